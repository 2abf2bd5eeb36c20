import Content
package import Diagnosing

extension Rule {
  package static let leftOutValue = Rule(
    "left-out-value", severity: .warning,
    summary: "Every value of a ranked criterion can be ranked.",
    cause:
      "Amounts in another currency or for another period cannot be compared with the others, nor "
      + "can versions that are no numbers. Rankings give them no place, and their rows no leader.",
    remedy:
      "Write all amounts in one currency and period or make a criterion for each; write versions "
      + "as numbers with dots. A criterion with `leaders: false` ranks nothing.")
}

extension Diagnostic {
  /// Reports amounts in other units than most.
  ///
  /// - Parameters:
  ///   - unit: what the most amounts are in.
  ///   - vendors: the vendors whose amounts are in others, with these.
  static func leftOutAmounts(
    of criterion: String, usual unit: String, _ vendors: [(name: String, unit: String)],
    at span: SourceSpan
  ) -> Diagnostic {
    let names = vendors.map { "\($0.name) (\($0.unit))" }
    return Diagnostic(
      .leftOutValue,
      "rankings by '\(criterion)' compare amounts \(unit), and leave out \(listed(names)); write "
        + "all in one currency and period, or make a criterion for each",
      at: span)
  }

  /// Reports versions without an order.
  static func leftOutVersions(
    of criterion: String, _ vendors: [(name: String, text: String)], at span: SourceSpan
  ) -> Diagnostic {
    let names = vendors.map { "\($0.name) ('\($0.text)')" }
    return Diagnostic(
      .leftOutValue,
      "versions of '\(criterion)' that are not numbers with dots cannot be compared, so rankings "
        + "leave out \(listed(names)); write such as '2.10.1', or put the rest into a note",
      at: span)
  }

  /// The first few names, and the number of the rest.
  private static func listed(_ names: [String]) -> String {
    let limit = 5
    let shown = names.count > limit ? Array(names.prefix(limit - 1)) : names
    let rest = names.count - shown.count
    if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}
