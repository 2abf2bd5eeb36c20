package import Diagnosing

extension Rule {
  package static let reservedID = Rule(
    "reserved-id",
    summary: "A group's id is not a key that reports already have.",
    cause: "Groups are keys of reports, where names such as `name` or `sources` are taken.",
    remedy: "Choose another id.")
}

extension Diagnostic {
  package static func reservedID(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .reservedID, "the group cannot be called '\(id)': reports have a key of that name",
      at: span)
  }
}
