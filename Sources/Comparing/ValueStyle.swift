package import Content
package import FoundationEssentials
import Markup
import System

/// The way values are written for readers of one language.
///
/// English needs no ICU, so most sites start without it; other languages follow ICU's patterns. A
/// language that ICU does not know gets English separators and ISO dates.
package struct ValueStyle: Sendable {
  package var free = "Free"
  package var contact = "Contact sales"
  /// The word between the parts of a fraction: "3 of 4".
  package var of = "of"
  /// The words for the periods of prices, by their names in reports.
  package var periods: [String: String] = [:]
  /// The texts that stand for labels that every category has, by the name of the phrase.
  package var labels: [String: String] = [:]
  let decimalSeparator: String
  let groupSeparator: String
  /// Nil for English, and for languages that ICU does not know.
  let patterns: LocalePatterns?
  private let isEnglish: Bool
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  package init(language: String) {
    isEnglish = language.split(separator: "-").first.map { $0.lowercased() } ?? "en" == "en"
    patterns = isEnglish ? nil : LocalePatterns(language: language)
    decimalSeparator = patterns?.decimalSeparator ?? "."
    groupSeparator = patterns?.groupSeparator ?? ","
  }

  /// Formats a date for readers: "3 April 2026", or the ISO date if the language is not known.
  package func shown(_ date: CalendarDate) -> String {
    if let patterns { return patterns.shown(date) }
    guard isEnglish, Self.monthNames.indices.contains(date.month - 1) else { return date.text }
    return "\(date.day) \(Self.monthNames[date.month - 1]) \(date.year)"
  }

  /// Formats the value of a cell as its row shows it, in plain text. Ids and Markdown are returned
  /// as written.
  ///
  /// - Parameter digits: the number of decimal digits to show instead of the usual number.
  package func shown(
    _ value: CellValue, for criterion: Criterion, digits: Int? = nil
  ) -> String {
    var criterion = criterion
    criterion.digits = digits ?? criterion.digits
    return shown(value, of: criterion)
  }

  /// The label of a choice, in the words of the theme if it is one that every category has.
  package func label(of choice: Choice) -> String {
    choice.phrase.flatMap { labels[$0] } ?? choice.label
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
    case .level(let position): criterion.scale?.value(at: position).map(label) ?? ""
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
    guard let met, let of else {
      return shown(percent: grouped(percent, digits: criterion.digits))
    }
    let share = shown(percent: grouped(percent, digits: criterion.digits ?? 0))
    return "\(share) (\(met) \(self.of) \(of))"
  }

  /// A percentage, of which the digits are given.
  package func shown(percent digits: String) -> String {
    guard let affixes = patterns?.percent else { return digits + "%" }
    return affixes.prefix + digits + affixes.suffix
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
      let text = code.isEmpty ? number : shown(number, in: code)
      return per.map { "\(text) / \(periods[$0] ?? $0)" } ?? text
    }
  }

  private func shown(_ number: String, in code: String) -> String {
    guard let patterns else {
      let symbols = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"]
      return symbols[code].map { $0 + number } ?? "\(code) \(number)"
    }
    let symbol = patterns.symbol(ofCurrency: code)
    // CLDR keeps letters apart from digits.
    let isWord = symbol.last?.isLetter == true || symbol.first?.isLetter == true
    let prefix = patterns.money.prefix.replacing("¤", with: symbol)
    let suffix = patterns.money.suffix.replacing("¤", with: symbol)
    let before = isWord && prefix.last?.isLetter == true ? "\u{a0}" : ""
    let after = isWord && suffix.first?.isLetter == true ? "\u{a0}" : ""
    return prefix + before + number + after + suffix
  }

  /// Formats a number with this language's separators. If `digits` is given, halves are rounded
  /// away from zero.
  package func grouped(_ number: Decimal, digits: Int? = nil) -> String {
    let text = digits.map { number.rounded(digits: $0) } ?? number.text
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let whole = groups(of: String(parts.first ?? "0")).joined(separator: groupSeparator)
    let fraction = parts.count > 1 ? decimalSeparator + parts[1] : ""
    return (isNegative ? patterns?.minus ?? "-" : "") + whole + fraction
  }

  /// The digits of a whole number, in the groups of the language.
  private func groups(of digits: String) -> [String] {
    let sizes = patterns?.groupSizes ?? (last: 3, others: 3)
    guard digits.utf8.count >= sizes.last + (patterns?.minimumGrouping ?? 1) else {
      return [digits]
    }
    var rest = digits.dropLast(sizes.last)
    var groups = [String(digits.suffix(sizes.last))]
    while rest.count > sizes.others {
      groups.append(String(rest.suffix(sizes.others)))
      rest = rest.dropLast(sizes.others)
    }
    return (groups + [String(rest)]).reversed()
  }
}
