/// JSON Schemas of the content files, for editors and pipelines.
///
/// The keys come from the readers; scalars are text until a kind gives them a meaning, so a schema
/// allows every form in which an editor may parse one. What only the rubric knows, `check` finds.
enum ContentSchema: String, CaseIterable {
  case report, category, site

  var document: JSONSchema {
    switch self {
    case .report: .document(title: "A report of versus (its front matter)", Self.reportSchema)
    case .category: .document(title: "A category of versus", Self.categorySchema)
    case .site: .document(title: "The site of versus", Self.siteSchema)
    }
  }
}
