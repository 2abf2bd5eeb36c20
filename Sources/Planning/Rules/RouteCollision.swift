package import Diagnosing

extension Rule {
  package static let routeCollision = Rule(
    "route-collision",
    summary: "Every page has an address of its own.",
    cause: "Two pages, or two pairs of vendors, lead to the same path.",
    remedy: "Give one of them another slug or path, or put `/` between the vendors in `paths`.")
}

extension Diagnostic {
  /// Two pages may not stand at one address.
  static func routeCollision(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .routeCollision, "another page already has the address '\(path: path)'", at: span)
  }

  /// - Parameters:
  ///   - pairs: how the message names the comparisons at the path, two at least.
  ///   - spans: a report of each of them.
  static func routeCollision(
    _ path: String, of pairs: [String], at spans: [SourceSpan]
  ) -> Diagnostic {
    Diagnostic(
      .routeCollision,
      "\(pairs.joined(separator: " and ")) have one address, '\(path: path)'; give a vendor "
        + "another slug, or put '/' between the vendors in 'paths'", at: spans[0],
      notes: spans.dropFirst().map { Diagnostic.Note("this vendor has it too", at: $0) })
  }
}
