/// JSON Schemas of the content files, for editors and pipelines.
///
/// The keys come from the readers. A scalar is text until a kind gives it a meaning, so a schema
/// accepts every type that an editor may parse it as. Rules that depend on the rubric are left to
/// `check`.
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
