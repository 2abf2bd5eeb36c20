package import Diagnosing

extension Rule {
  package static let routeCollision = Rule(
    "route-collision",
    summary: "Every page has an address of its own.",
    cause: "Two pages, or two pairs of vendors, lead to the same path.",
    remedy: "Give one of them another slug or path, or put `/` between the vendors in `paths`.")
}

extension Diagnostic {
  /// Reports two pages that share an address.
  static func routeCollision(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .routeCollision, "another page already has the address '\(path: path)'", at: span)
  }

  /// Reports comparisons that share an address.
  ///
  /// - Parameters:
  ///   - pairs: the names of the comparisons in the message, at least two.
  ///   - spans: a report of each comparison.
  static func routeCollision(
    _ path: String, of pairs: [String], at spans: [SourceSpan]
  ) -> Diagnostic {
    Diagnostic(
      .routeCollision,
      "\(pairs.joined(separator: " and ")) share the address '\(path: path)'; give a vendor "
        + "another slug, or put '/' between the vendors in 'paths'", at: spans[0],
      notes: spans.dropFirst().map { Diagnostic.Note("this pair has it too", at: $0) })
  }
}
