package import Content
package import Diagnosing
import FoundationEssentials
package import Markup

/// Reads one value of a criterion's kind.
package struct ValueReader {
  let criterion: Criterion

  package init(criterion: Criterion) { self.criterion = criterion }

  /// Nil for what is missing, and for what was reported.
  package func read(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    switch criterion.kind {
    case .score: number(node, upTo: criterion.max ?? 100, into: &log).map { .number($0) }
    case .count:
      node.integer(criterion.id, in: 0...Int.max, into: &log).map { .number(Decimal($0)) }
    case .number: node.decimal(criterion.id, into: &log).map { .number($0) }
    case .percent: percent(node, into: &log)
    case .money: money(node, into: &log)
    case .duration:
      node.duration(criterion.id, into: &log).map { .duration(seconds: $0.seconds, text: $0.text) }
    case .date: node.date(criterion.id, into: &log).map { .date($0) }
    case .version: node.string(criterion.id, into: &log).map { .version($0) }
    case .state, .level: level(node, into: &log)
    case .set:
      .set(node.items(criterion.id, into: &log).compactMap { $0.string("an item", into: &log) })
    case .list:
      .list(node.items(criterion.id, into: &log).compactMap { $0.markdown("an item", into: &log) })
    case .text: node.markdown(criterion.id, into: &log).map { .text($0) }
    case .rating: rating(node, into: &log)
    }
  }

  private func number(_ node: YAMLNode, upTo max: Decimal, into log: inout Diagnostics) -> Decimal?
  {
    guard let value = node.decimal(criterion.id, into: &log) else { return nil }
    if value >= 0, value <= max { return value }
    log.report(
      .valueRange(criterion.kind.rawValue, node.text ?? "", "between 0 and \(max)", at: node.span))
    return nil
  }

  private func percent(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    guard case .mapping = node.content else {
      return number(node, upTo: 100, into: &log).map { .percent($0, met: nil, of: nil) }
    }
    guard let fields = Fields(node, criterion.id, keys: ["of", "met"], into: &log),
      let of = fields.required("of", into: &log)?.integer("of", in: 0...Int.max, into: &log),
      let met = fields.required("met", into: &log)?.integer("met", in: 0...of, into: &log)
    else { return nil }
    // Nothing of nothing is missing, not zero.
    return of == 0 ? nil : .percent(Decimal(met) * 100 / Decimal(of), met: met, of: of)
  }

  private func money(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    switch node.content {
    case .scalar("free", _): return .money(.free)
    case .scalar("contact", _): return .money(.contact)
    case .mapping:
      guard
        let fields = Fields(node, criterion.id, keys: ["amount", "currency", "per"], into: &log),
        let amount = fields.required("amount", into: &log).flatMap({ amount($0, into: &log) })
      else { return nil }
      return .money(
        .amount(
          amount,
          currency: fields["currency"].flatMap { currency($0, into: &log) } ?? criterion.currency,
          per: fields["per"]?.string("per", into: &log)))
    default:
      return amount(node, into: &log).map {
        .money(.amount($0, currency: criterion.currency, per: nil))
      }
    }
  }

  private func amount(_ node: YAMLNode, into log: inout Diagnostics) -> Decimal? {
    guard let text = node.string(criterion.id, into: &log) else { return nil }
    guard let value = Decimal(plain: text) else {
      log.report(
        .invalidValue(criterion.id, text, expected: "an amount, 'free' or 'contact'", at: node.span)
      )
      return nil
    }
    if value < 0 { log.report(.valueRange(criterion.id, text, "at least 0", at: node.span)) }
    return value
  }

  private func level(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    guard let scale = criterion.scale else { return nil }
    return scalePosition(node, criterion.id, of: scale, into: &log).map { .level($0) }
  }

  private func rating(_ node: YAMLNode, into log: inout Diagnostics) -> CellValue? {
    guard let fields = Fields(node, criterion.id, keys: ["value", "max", "count"], into: &log),
      let max = fields.required("max", into: &log)?.decimal("max", into: &log),
      let value = fields.required("value", into: &log).flatMap({ number($0, upTo: max, into: &log) }
      ),
      let count = fields.required("count", into: &log)?.integer(
        "count", in: 0...Int.max, into: &log)
    else { return nil }
    // A rating that nobody gave is missing.
    return count == 0 || max <= 0 ? nil : .rating(value, max: max, count: count)
  }
}

/// A value of a scale.
func scalePosition(
  _ node: YAMLNode, _ name: String, of scale: Scale, into log: inout Diagnostics
) -> ScalePosition? {
  guard let text = node.string(name, into: &log) else { return nil }
  if let position = scale.position(of: text) { return position }
  log.report(.unknownValue(name, text, among: scale.ids, at: node.span))
  return nil
}

/// Seconds of a number with a unit, or of an ISO 8601 duration without months and years.
func seconds(in text: String) -> Decimal? {
  let units: [(String, Decimal)] = [
    ("ns", Decimal(sign: .plus, exponent: -9, significand: 1)),
    ("µs", Decimal(sign: .plus, exponent: -6, significand: 1)),
    ("us", Decimal(sign: .plus, exponent: -6, significand: 1)),
    ("ms", Decimal(sign: .plus, exponent: -3, significand: 1)),
    ("min", 60), ("s", 1), ("h", 3600), ("d", 86400),
  ]
  if text.hasPrefix("P") { return isoSeconds(text.dropFirst()) }
  for (unit, factor) in units where text.hasSuffix(unit) {
    let number = text.dropLast(unit.count).trimmingSuffix { $0 == " " }
    return Decimal(plain: String(number)).flatMap { $0 < 0 ? nil : $0 * factor }
  }
  return nil
}

private func isoSeconds(_ text: Substring) -> Decimal? {
  var total: Decimal = 0
  var number = ""
  var isTime = false
  var hasPart = false
  for character in text {
    if character.isASCII, character.isNumber || character == "." {
      number.append(character)
    } else if character == "T", !isTime, number.isEmpty {
      isTime = true
    } else {
      let factors: [Character: Decimal] =
        isTime ? ["H": 3600, "M": 60, "S": 1] : ["D": 86400, "W": 604800]
      guard let factor = factors[character], let value = Decimal(plain: number) else { return nil }
      total += value * factor
      (number, hasPart) = ("", true)
    }
  }
  return hasPart && number.isEmpty ? total : nil
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var result = self
    while let last = result.last, predicate(last) { result = result.dropLast() }
    return result
  }
}
