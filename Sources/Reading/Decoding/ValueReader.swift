package import Content
package import Diagnosing
import FoundationEssentials
package import Markup
import System

/// Reads a value of its criterion's kind.
package struct ValueReader {
  let criterion: Criterion

  package init(criterion: Criterion) { self.criterion = criterion }

  /// Returns nil for a missing value, and for a value that was reported.
  package func read(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    switch criterion.kind {
    case .score: number(node, upTo: criterion.max ?? 100, into: &log).map { .number($0) }
    case .count:
      node.integer(criterion.id, in: 0...Int.max, into: &log).map { .number(Decimal($0)) }
    case .number: node.decimal(criterion.id, into: &log).map { .number($0) }
    case .percent: percent(node, into: &log)
    case .money: money(node, into: &log)
    case .duration: node.duration(criterion.id, into: &log).map { .duration(seconds: $0) }
    case .date: date(node, into: &log)
    case .version:
      node.string(criterion.id, into: &log).flatMap { isBlank($0) ? nil : .version($0) }
    case .state, .level: level(node, into: &log)
    case .set: set(node, into: &log)
    case .list: list(node, into: &log)
    case .text:
      node.markdown(criterion.id, into: &log).flatMap { isBlank($0.source) ? nil : .text($0) }
    case .rating: rating(node, into: &log)
    }
  }

  private func number(_ node: YAMLNode, upTo max: Decimal, into log: inout Diagnostics) -> Decimal?
  {
    guard let value = node.decimal(criterion.id, into: &log) else { return nil }
    if value >= 0, value <= max { return value }
    log.report(
      .valueRange(criterion.id, node.text ?? "", "between 0 and \(max)", at: node.span))
    return nil
  }

  private func percent(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    guard case .mapping = node.content else {
      return number(node, upTo: 100, into: &log).map { .percent($0, met: nil, of: nil) }
    }
    guard let fields = Fields(node, criterion.id, keys: ReportKeys.share, into: &log),
      let of = fields.required("of", into: &log)?.integer("of", in: 0...Int.max, into: &log),
      let met = fields.required("met", into: &log)?.integer("met", in: 0...of, into: &log)
    else { return nil }
    // A share of nothing is missing, not zero.
    return of == 0
      ? nil : .percent(.quotient(Decimal(met) * 100, Decimal(of)), met: met, of: of)
  }

  private func money(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    switch node.content {
    case .scalar("free", _): return .money(.free)
    case .scalar("contact", _): return .money(.contact)
    case .mapping:
      guard
        let fields = Fields(node, criterion.id, keys: ReportKeys.money, into: &log),
        let amount = fields.required("amount", into: &log).flatMap({ amount($0, into: &log) })
      else { return nil }
      return .money(
        .amount(
          amount,
          currency: fields["currency"].flatMap { currency($0, into: &log) } ?? criterion.currency,
          per: fields["per"].flatMap { period($0, into: &log) }))
    default:
      return amount(node, isWhole: true, into: &log).map {
        .money(.amount($0, currency: criterion.currency, per: nil))
      }
    }
  }

  private func period(_ node: YAMLNode, into log: inout Diagnostics) -> String? {
    guard let text = node.string("per", into: &log) else { return nil }
    if Money.periods.contains(text) { return text }
    log.report(.unknownValue("per", text, among: Money.periods, at: node.span))
    return nil
  }

  /// - Parameter isWhole: whether the amount is the whole value, beside which nothing says what
  ///   currency it is in.
  private func amount(
    _ node: YAMLNode, isWhole: Bool = false, into log: inout Diagnostics
  ) -> Decimal? {
    guard let text = node.string(criterion.id, into: &log) else { return nil }
    guard let value = Decimal(written: text) else {
      let meant = WrittenNumber(text)
      let suggestion =
        isWhole ? meant?.money(usually: criterion.currency) : meant.map { $0.number }
      log.report(
        .invalidValue(
          criterion.id, text, expected: "an amount such as 4.50, 'free' or 'contact'",
          suggestion: suggestion, at: node.span))
      return nil
    }
    if value < 0 { log.report(.valueRange(criterion.id, text, "at least 0", at: node.span)) }
    return value
  }

  private func level(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    guard let scale = criterion.scale else { return nil }
    // Programs write yes and no as a Boolean.
    if criterion.kind == .state, let text = node.text,
      let word = ["true": "yes", "false": "no"][text],
      scale.position(of: text) == nil, let position = scale.position(of: word)
    {
      return .level(position)
    }
    return scalePosition(node, criterion.id, of: scale, into: &log).map { .level($0) }
  }

  private func date(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    guard let text = node.text else { return node.date(criterion.id, into: &log).map { .date($0) } }
    if let place = criterion.words[text] { return .dateWord(text, place) }
    if CalendarDate(text) == nil, text.utf8.allSatisfy({ (0x61...0x7a).contains($0 | 0x20) }) {
      log.report(
        .invalidValue(
          criterion.id, text,
          expected: "a date such as 2026-03-30; the criterion's 'words' say which words may stand",
          at: node.span))
      return nil
    }
    return node.date(criterion.id, into: &log).map { .date($0) }
  }

  /// Reads each item once. An empty list counts as missing.
  private func set(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    var seen: Set<String> = []
    let items = node.items(criterion.id, atMost: Bounds.items, into: &log).compactMap { item in
      item.string("an item", into: &log)
    }.filter { !isBlank($0) && seen.insert($0).inserted }
    return items.isEmpty ? nil : .set(items)
  }

  private func list(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    let items = node.items(criterion.id, atMost: Bounds.items, into: &log).compactMap { item in
      item.markdown("an item", into: &log)
    }.filter { !isBlank($0.source) }
    return items.isEmpty ? nil : .list(items)
  }

  private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private func rating(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    guard case .mapping = node.content else {
      log.report(
        .wrongType(
          criterion.id, expected: "a mapping such as { value: 4.3, max: 5, count: 120 }",
          at: node.span))
      return nil
    }
    guard let fields = Fields(node, criterion.id, keys: ReportKeys.rating, into: &log),
      let max = fields.required("max", into: &log)?.decimal("max", into: &log),
      let value = fields.required("value", into: &log).flatMap({ number($0, upTo: max, into: &log) }
      ),
      let count = fields.required("count", into: &log)?.integer(
        "count", in: 0...Int.max, into: &log)
    else { return nil }
    // A rating without votes is missing.
    return count == 0 || max <= 0 ? nil : .rating(value, max: max, count: count)
  }
}

/// Reads a value of a scale.
func scalePosition(
  _ node: YAMLNode, _ name: String, of scale: Scale, into log: inout Diagnostics
) -> ScalePosition? {
  guard let text = node.string(name, into: &log) else { return nil }
  if let position = scale.position(of: text) { return position }
  log.report(.unknownValue(name, text, among: scale.ids, at: node.span))
  return nil
}
