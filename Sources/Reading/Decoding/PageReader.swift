import Content
import Diagnosing
import Markup

/// Reads the text of a standalone page.
struct PageReader {
  static let keys = PageKeys.all

  static func read(_ file: SourceFile, into log: inout Diagnostics) -> StandaloneText? {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    guard let slug = fileSlug(name, of: file, into: &log),
      let (root, body) = file.frontMatter(required: "title", into: &log),
      let fields = Fields(root, "the page", keys: keys, into: &log)
    else { return nil }
    var page = StandaloneText(
      slug: slug, title: fields.required("title", into: &log)?.string("title", into: &log) ?? "",
      description: fields["description"]?.string("description", into: &log),
      body: body, file: file)
    page.aliases = fields["aliases"]?.aliases(into: &log) ?? []
    return page
  }
}
