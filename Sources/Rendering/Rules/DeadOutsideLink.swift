package import Diagnosing

extension Rule {
  package static let deadOutsideLink = Rule(
    "dead-outside-link", severity: .warning,
    summary: "An address of another site answers.",
    cause:
      "`versus check --external` asked for it, and it is gone, fails or does not answer in time.",
    remedy: "Give an address that holds the evidence today, or a copy of it in an archive.")
}

extension Diagnostic {
  /// - Parameter answer: the site's answer, such as `404`.
  package static func deadOutsideLink(_ link: OutsideLink, answer: String) -> Diagnostic {
    let subject = link.subject.map { "the evidence of \($0), " } ?? ""
    return Diagnostic(
      .deadOutsideLink, "\(path: subject)'\(link.url.value)' answers \(answer)", at: link.url.span)
  }
}
