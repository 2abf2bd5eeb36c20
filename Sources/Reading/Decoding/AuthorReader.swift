import Content
import Diagnosing
import Markup

/// Reads a byline.
enum AuthorReader {
  static let keys = AuthorKeys.all

  static func read(_ file: SourceFile, into log: inout Diagnostics) -> Author? {
    let path = file.path.split(separator: "/").last.map(String.init) ?? ""
    let errors = log.errorCount
    guard let slug = fileSlug(path, of: file, into: &log) else { return nil }
    guard let root = file.yaml(into: &log) else {
      if log.errorCount == errors { log.report(.missingKey("name", at: file.start)) }
      return nil
    }
    guard let fields = Fields(root, "the author", keys: keys, into: &log),
      let name = fields.required("name", into: &log)?.string("name", into: &log)
    else { return nil }
    return Author(
      file: file, slug: slug, name: name,
      credentials: fields["credentials"]?.string("credentials", into: &log),
      bio: fields["bio"]?.markdown("bio", into: &log), url: fields["url"]?.url("url", into: &log))
  }
}
