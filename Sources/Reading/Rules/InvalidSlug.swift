import Content
package import Diagnosing

extension Rule {
  package static let invalidSlug = Rule(
    "invalid-slug",
    summary: "File names of vendors and categories are slugs.",
    cause: "The name contains capital letters, spaces or other characters, or `-vs-`.",
    remedy: "Rename the file: lower-case letters and digits in parts joined by single hyphens.")
}

extension Diagnostic {
  package static func invalidSlug(_ name: String, at span: SourceSpan) -> Diagnostic {
    let parts = name.split(separator: ".")
    let stem = parts.dropLast().joined(separator: " ")
    let slug = (try? SlugMaker().slug(of: stem).get())?.text
    let meant = slug.map { "; rename it '\($0).\(parts.last ?? "")'" } ?? ""
    return Diagnostic(
      .invalidSlug,
      "the file name '\(name)' must be lower-case letters and digits in parts joined by '-', "
        + "without '-vs-'\(meant)", at: span
    )
  }
}
