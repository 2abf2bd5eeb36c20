import Content
import FoundationEssentials
import Markup
import System

/// A number as people write it, with a unit, a sign or a decimal comma, to propose how a report
/// writes it.
struct WrittenNumber {
  /// The number with a decimal point.
  let number: String
  /// What stands before and after it.
  private let rest: String

  /// Returns nil for a text without a number, with several, or with one that has two readings.
  init?(_ text: String) {
    guard let first = text.firstIndex(where: \.isNumber),
      let last = text.lastIndex(where: \.isNumber)
    else { return nil }
    let isNegative = text[..<first].contains { $0 == "-" || $0 == "\u{2212}" }
    rest = text[..<first] + " " + text[text.index(after: last)...]
    // A factor makes it another number.
    let words = rest.split { !$0.isLetter }.map { $0.lowercased() }
    guard Self.factors.isDisjoint(with: words), let plain = Self.plain(String(text[first...last])),
      let value = Decimal(written: (isNegative ? "-" : "") + plain)
    else { return nil }
    number = value.text
  }

  private static let factors: Set<String> = [
    "k", "m", "g", "t", "mio", "mrd", "tsd", "thousand", "million", "millions", "billion", "bn",
  ]

  /// Returns a number with a decimal point and without separators between groups of digits.
  private static func plain(_ text: String) -> String? {
    guard text.allSatisfy({ $0.isNumber || ",.' \u{a0}".contains($0) }) else { return nil }
    let bare = text.filter { !"' \u{a0}".contains($0) }
    let marks = bare.filter { ",.".contains($0) }
    guard let sign = marks.last else { return bare }
    let parts = bare.split(separator: sign, omittingEmptySubsequences: false)
    if marks.count == 1 {
      // A comma before three digits may stand for thousands as well.
      if sign == ",", parts.last?.count == 3 { return nil }
      return parts.joined(separator: ".")
    }
    let groups = Set(marks.dropLast())
    if groups == [sign] {
      return parts.dropFirst().allSatisfy { $0.count == 3 } ? parts.joined() : nil
    }
    guard groups.count == 1, !groups.contains(sign), let end = parts.last, parts.count == 2 else {
      return nil
    }
    return parts[0].filter(\.isNumber) + "." + end
  }

  /// Returns the amount as a report writes it, in the currency and for the period that stand beside
  /// it.
  func money(usually usual: String?) -> String {
    let words = rest.split { !$0.isLetter }.map(String.init)
    let code =
      words.first { $0.count == 3 && $0.allSatisfy { $0.isASCII && $0.isUppercase } }
      ?? Self.signs.first { rest.contains($0.key) }?.value
    let period = words.compactMap { Self.periods[$0.lowercased()] }.first
    let currency = code == usual ? nil : code
    if currency == nil, period == nil { return number }
    return "{ amount: \(number)" + (currency.map { ", currency: \($0)" } ?? "")
      + (period.map { ", per: \($0)" } ?? "") + " }"
  }

  private static let signs = ["$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"]
  private static let periods = Dictionary(
    Money.periods.map { ($0, $0) } + [("mo", "month"), ("yr", "year"), ("hr", "hour")],
    uniquingKeysWith: { first, _ in first })
}
