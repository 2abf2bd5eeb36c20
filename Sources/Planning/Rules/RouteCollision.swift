package import Diagnosing

extension Rule {
  package static let routeCollision = Rule(
    "route-collision",
    summary: "Every page has an address of its own.",
    cause: "Two pages, or two pairs of vendors, lead to the same path, or an old address lies "
      + "below a file.",
    remedy: "Give one of them another slug or path, or put `/` between the vendors in `paths`.")
}

extension Diagnostic {
  /// Reports an address that would need a folder where the site has a file, or a file where it has
  /// a folder.
  static func routeBlocked(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .routeCollision, "a file of the site is in the way of the address '\(path: path)'", at: span)
  }

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
