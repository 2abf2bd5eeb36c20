package import Diagnosing

extension Rule {
  package static let unpackable = Rule(
    "unpackable",
    summary: "A page of `build --packed` can be put together from its vendors' parts.",
    cause: "The template works out something from values of both vendors that the host cannot "
      + "work out, or a value has more digits than the host keeps.",
    remedy: "Ask the comparison for what differs, or show what each vendor has by itself; "
      + "`versus plan --templates` lists what costs. Or build without `--packed`.")
}

extension Diagnostic {
  /// - Parameter reason: what a packed page cannot do.
  static func unpackable(_ reason: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.unpackable, "a packed page cannot \(reason)", at: span)
  }
}
