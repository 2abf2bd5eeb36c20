package import Content
package import FoundationEssentials
import Markup
import System

/// How values are written for readers of one language.
///
/// Separators and the order of dates follow the Unicode CLDR. Languages that are not in the table
/// get English separators and ISO dates. A table instead of ICU gives equal bytes on any machine.
package struct ValueStyle: Sendable {
  package var free = "Free"
  package var contact = "Contact sales"
  /// The word between the parts of a fraction: "3 of 4".
  package var of = "of"
  let decimalSeparator: String
  let groupSeparator: String
  private let monthNames: [String]

  package init(language: String) {
    let code = language.split(separator: "-").first.map { $0.lowercased() } ?? "en"
    (decimalSeparator, groupSeparator) =
      switch code {
      case "de", "nl", "es", "it", "pt", "da", "id", "tr", "el": (",", ".")
      case "fr", "sv", "nb", "no", "fi", "pl", "cs", "ru", "uk": (",", "\u{a0}")
      default: (".", ",")
      }
    monthNames =
      code == "en"
      ? [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ] : []
  }

  /// A date for readers: "3 April 2026", or the ISO date if the month has no name in this language.
  package func shown(_ date: CalendarDate) -> String {
    guard monthNames.indices.contains(date.month - 1) else { return date.text }
    return "\(date.day) \(monthNames[date.month - 1]) \(date.year)"
  }

  /// The value of a cell as its row shows it, in plain text. Ids and Markdown are returned as
  /// written.
  ///
  /// - Parameter digits: the number of decimal digits to show instead of the usual one.
  package func shown(
    _ value: CellValue, for criterion: Criterion, digits: Int? = nil
  ) -> String {
    var criterion = criterion
    criterion.digits = digits ?? criterion.digits
    return shown(value, of: criterion)
  }

  /// A value with all of its digits; nil where its row does not limit them.
  package func exact(_ value: CellValue, for criterion: Criterion) -> String? {
    guard let digits = criterion.digits else { return nil }
    switch value {
    case .number(let number), .percent(let number, met: nil, of: _),
      .money(.amount(let number, _, _)):
      return shown(value, for: criterion, digits: max(digits, number.fractionDigitCount))
    default: return nil
    }
  }

  private func shown(_ value: CellValue, of criterion: Criterion) -> String {
    switch value {
    case .number(let number): shown(number, of: criterion)
    case .percent(let number, let met, let of): shown(percent: number, met, of, criterion)
    case .money(let money): shown(money, for: criterion)
    case .duration(let seconds): shown(seconds: seconds)
    case .date(let date): shown(date)
    case .dateWord(let word, _): word
    case .version(let text): text
    case .level(let position): criterion.scale?.value(at: position)?.label ?? ""
    case .set(let ids): ids.joined(separator: ", ")
    case .list(let items): items.map(\.source).joined(separator: "; ")
    case .text(let text): text.source
    case .rating(let value, let max, let count):
      "\(grouped(value))/\(grouped(max)) (\(grouped(Decimal(count))))"
    }
  }

  private func shown(_ number: Decimal, of criterion: Criterion) -> String {
    let text = grouped(number, digits: criterion.digits)
    if criterion.kind == .score { return "\(text)/\(grouped(criterion.max ?? 100))" }
    return criterion.unit.map { "\(text) \($0)" } ?? text
  }

  private func shown(percent: Decimal, _ met: Int?, _ of: Int?, _ criterion: Criterion) -> String {
    guard let met, let of else { return "\(grouped(percent, digits: criterion.digits))%" }
    return "\(grouped(percent, digits: criterion.digits ?? 0))% (\(met) \(self.of) \(of))"
  }

  private func shown(_ money: Money, for criterion: Criterion) -> String {
    switch money {
    case .free: return free
    case .contact: return contact
    case .amount(let amount, let currency, let per):
      let code = currency ?? criterion.currency ?? ""
      let usual = code == "JPY" || code == "KRW" ? 0 : 2
      let digits = criterion.digits ?? max(usual, amount.fractionDigitCount)
      let number = grouped(amount, digits: digits)
      let symbols = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"]
      let text = symbols[code].map { $0 + number } ?? (code.isEmpty ? number : "\(code) \(number)")
      return per.map { "\(text) / \($0)" } ?? text
    }
  }

  /// A number with this language's separators, rounded half up when `digits` is given.
  package func grouped(_ number: Decimal, digits: Int? = nil) -> String {
    let text = digits.map { number.rounded(digits: $0) } ?? number.text
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    var whole = Array((parts.first ?? "0").utf8)[...]
    var groups: [String] = []
    while whole.count > 3 {
      groups.insert(String(decoding: whole.suffix(3), as: UTF8.self), at: 0)
      whole = whole.dropLast(3)
    }
    groups.insert(String(decoding: whole, as: UTF8.self), at: 0)
    let fraction = parts.count > 1 ? decimalSeparator + parts[1] : ""
    return (isNegative ? "-" : "") + groups.joined(separator: groupSeparator) + fraction
  }
}
