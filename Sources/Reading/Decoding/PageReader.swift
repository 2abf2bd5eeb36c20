import Diagnosing

/// Reads a page of free text.
struct PageReader {
  static func read(_ file: SourceFile, into log: inout Diagnostics) -> FreePage? {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    guard let slug = fileSlug(name, of: file, into: &log), file.isReadable(into: &log),
      let parts = MarkdownFile(file, into: &log)
    else { return nil }
    let errors = log.errorCount
    guard let root = YAML.parse(file, range: parts.yaml, into: &log) else {
      let top = SourceSpan(file: file, range: 0..<3)
      if log.errorCount == errors { log.report(.missingKey("title", at: top)) }
      return nil
    }
    guard let fields = Fields(root, "the page", keys: ["title", "description"], into: &log),
      let title = fields.required("title", into: &log)?.string("title", into: &log)
    else { return nil }
    return FreePage(
      slug: slug, title: title,
      description: fields["description"]?.string("description", into: &log),
      body: parts.body, file: file)
  }
}
