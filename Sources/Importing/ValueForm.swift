import Content
import FoundationEssentials
import Markup
import Reading
import System

/// How a table writes numbers and dates, if it differs from reports.
struct ValueForm: Sendable {
  /// The decimal separator.
  var decimal: String?
  /// The separator between groups of digits.
  var thousands: String?
  /// The unit before or after the number, which is dropped.
  var unit: String?
  /// The factor that the number is multiplied by.
  var factor: Decimal?
  /// The currency code of an amount. The symbol or code in the text is dropped.
  var currency: String?
  var date: DateForm?

  private static let signs = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"]

  /// Converts a value to the form that reports use. A value in another form stays unchanged.
  func read(_ node: YAMLNode, for criterion: Criterion) -> YAMLNode {
    guard let text = node.text else { return node }
    switch criterion.kind {
    case .date:
      return date?.date(in: text).map { scalar($0.text, node) } ?? node
    case .duration: return scalar(plain(text), node)
    case .score, .count, .number, .percent: return number(in: text).map { scalar($0, node) } ?? node
    case .money: return money(text, node, criterion)
    default: return node
    }
  }

  /// Converts a part of a value, such as the count of a rating.
  func read(part node: YAMLNode) -> YAMLNode {
    node.text.flatMap(number(in:)).map { scalar($0, node) } ?? node
  }

  /// Converts what stands beside a value, such as the day on which it was true.
  func read(detail node: YAMLNode) -> YAMLNode {
    node.text.flatMap { date?.date(in: $0) }.map { scalar($0.text, node) } ?? node
  }

  /// Returns the key of the mapping that a text contradicts, though it could be read as a number:
  /// it has a decimal point and the decimal sign is another, or what separates thousands stands
  /// elsewhere.
  func contradiction(_ node: YAMLNode, _ kind: Kind) -> String? {
    guard let text = node.text, text.contains(where: \.isNumber),
      [.score, .count, .number, .percent, .money, .duration].contains(kind)
    else { return nil }
    if !isGrouped(text) { return "decimal" }
    let isPoint = decimal != nil && decimal != "." && thousands != "." && text.contains(".")
    return isPoint ? "thousands" : nil
  }

  /// Whether what separates thousands stands only before groups of three digits or, as in India,
  /// of two and a last one of three, and not behind the decimal sign.
  private func isGrouped(_ text: String) -> Bool {
    guard let thousands, text.contains(thousands) else { return true }
    let parts = text.split(on: decimal ?? (thousands == "." ? "," : "."))
    if parts.dropFirst().contains(where: { $0.contains(thousands) }) { return false }
    let groups = (parts.first ?? "").split(on: thousands)
    let digits = groups.map { $0.filter(\.isNumber).count }
    return (1...3).contains(digits.first ?? 0) && digits.last == 3
      && digits.dropFirst().dropLast().allSatisfy { (2...3).contains($0) }
  }

  private func money(_ text: String, _ node: YAMLNode, _ criterion: Criterion) -> YAMLNode {
    let other = otherCurrency(in: text)
    guard let amount = other.flatMap({ number(in: $0.rest) }) ?? number(in: text) else {
      return node
    }
    let named = other?.code ?? currency
    guard let currency = named, currency != criterion.currency else { return scalar(amount, node) }
    let pairs = [("amount", amount), ("currency", currency)].map { key, value in
      (key: scalar(key, node), value: scalar(value, node))
    }
    return YAMLNode(content: .mapping(pairs), span: node.span)
  }

  /// The currency that an amount names though the mapping names another, and the rest of the text.
  /// Tables may have amounts in several.
  private func otherCurrency(in text: String) -> (code: String, rest: String)? {
    guard let currency else { return nil }
    for (code, sign) in Self.signs.sorted(by: { $0.key < $1.key }) where code != currency {
      for mark in [code, sign] {
        let rest = text.trimmed.without(mark)
        if rest != text.trimmed { return (code, rest) }
      }
    }
    return nil
  }

  /// Returns nil when there is no number.
  private func number(in text: String) -> String? {
    var bare = text.trimmed
    for mark in [unit, currency, currency.flatMap { Self.signs[$0] }].compactMap(\.self) {
      bare = bare.without(mark)
    }
    guard let number = Decimal(written: plain(bare)) else { return nil }
    return factor.map { (number * $0).text } ?? plain(bare)
  }

  /// Returns the text with a decimal point, and without separators between groups of digits.
  private func plain(_ text: String) -> String {
    guard isGrouped(text) else { return text }
    var text = text
    if let thousands { text = text.replacingAll(thousands, with: "") }
    if let decimal { text = text.replacingAll(decimal, with: ".") }
    return text
  }

  private func scalar(_ text: String, _ node: YAMLNode) -> YAMLNode {
    YAMLNode(content: .scalar(text, isPlain: false), span: node.span)
  }
}

/// The order of day, month and year, with the separator between them, such as DD.MM.YYYY.
struct DateForm: Sendable {
  private let parts: [Substring]
  private let separator: Character

  /// Returns nil for a text that does not name each of the three once.
  init?(_ text: String) {
    guard let separator = text.first(where: { !"DMY".contains($0) }) else { return nil }
    parts = text.split(separator: separator)
    self.separator = separator
    guard parts.count == 3, Set(parts.compactMap(\.first)) == ["D", "M", "Y"],
      parts.allSatisfy({ ["D", "DD", "M", "MM", "YYYY"].contains($0) })
    else { return nil }
  }

  func date(in text: String) -> CalendarDate? {
    let numbers = text.split(separator: separator, omittingEmptySubsequences: false)
    guard numbers.count == 3 else { return nil }
    func number(_ part: Character, _ width: Int) -> String {
      zip(parts, numbers).first { $0.0.first == part }.map { _, digits in
        String(repeating: "0", count: max(0, width - digits.count)) + digits
      } ?? ""
    }
    return CalendarDate("\(number("Y", 4))-\(number("M", 2))-\(number("D", 2))")
  }
}

extension ValueForm {
  /// Returns the mapping key that may make sense of a value that a report cannot have; nil when no
  /// key does.
  static func key(for text: String, _ kind: Kind) -> String? {
    let (first, last) = (text.trimmed.first, text.trimmed.last)
    guard let first, let last, text.contains(where: \.isNumber) else { return nil }
    switch kind {
    case .date: return "date"
    case .score, .count, .number, .percent, .money:
      if kind == .money, !first.isNumber || !last.isNumber { return "currency" }
      if !last.isNumber || !first.isNumber && first != "-" { return "unit" }
      let groups = text.split { ",.' ".contains($0) }
      if groups.count < 2 { return nil }
      let areThousands = groups.dropFirst().allSatisfy { $0.count == 3 }
      return areThousands ? "thousands" : "decimal"
    case .duration: return text.contains(",") ? "decimal" : nil
    default: return nil
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
  }

  /// Returns the text without a mark at one of its ends.
  fileprivate func without(_ mark: String) -> String {
    if hasPrefix(mark) { return String(dropFirst(mark.count)).trimmed }
    return hasSuffix(mark) ? String(dropLast(mark.count)).trimmed : self
  }
}
