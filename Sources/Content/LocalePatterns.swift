import CICU

/// How numbers, prices and dates are written in a language, by the data of ICU (Unicode CLDR).
///
/// Only patterns and names come from ICU. Numbers are put into them digit by digit, because they
/// are decimals of any length.
package struct LocalePatterns: Sendable {
  /// A place for a number, with what stands before and behind it.
  package struct Affixes: Sendable {
    package let prefix: String
    package let suffix: String

    package init(prefix: String, suffix: String) {
      (self.prefix, self.suffix) = (prefix, suffix)
    }

    /// - Parameter pattern: such as `#,##0.00 ¤`; behind a semicolon stands that of negatives.
    init(pattern: String) {
      let positive = pattern.prefix { $0 != ";" }
      let isNumber = { (character: Character) in "#0,.".contains(character) }
      let start = positive.firstIndex(where: isNumber) ?? positive.endIndex
      let end = positive.lastIndex(where: isNumber).map(positive.index(after:)) ?? start
      prefix = String(positive[..<start])
      suffix = String(positive[end...])
    }
  }

  package let decimalSeparator: String
  package let groupSeparator: String
  package let minus: String
  /// How many digits the last group has, and those before it.
  package let groupSizes: (last: Int, others: Int)
  /// How many digits must stand before the last group, so that there are groups at all: Spanish
  /// and Polish write 1234, but 12.345.
  package let minimumGrouping: Int
  package let percent: Affixes
  /// The place of a price; `¤` stands for the currency.
  package let money: Affixes
  private let datePattern: String
  private let months: [String]
  private let monthsAlone: [String]
  private let era: String
  /// The locale for symbols of currencies.
  private let locale: String

  /// Nil for a language that ICU does not know.
  ///
  /// - Parameter language: a language tag such as `de-CH`.
  package init?(language: String) {
    let parts = language.split(separator: "-").map(String.init)
    let base = parts.first?.lowercased() ?? ""
    // The function reads the text up to its 0, and keeps no pointer to it.
    guard unsafe icu_knows(base) != 0 else { return nil }
    // Numbers of a report are in plain digits, and its weeks are of the Gregorian calendar.
    let locale = parts.joined(separator: "_") + "@calendar=gregorian;numbers=latn"
    let symbol = { (name: UNumberFormatSymbol) in
      unsafe ICUText.read { unsafe icu_number_symbol(locale, Int32(name.rawValue), $0, $1) }
    }
    let pattern = { (style: UNumberFormatStyle) in
      unsafe ICUText.read { unsafe icu_number_pattern(locale, Int32(style.rawValue), $0, $1) }
    }
    let attribute = { (name: UNumberFormatAttribute) in
      unsafe Int(icu_number_attribute(locale, Int32(name.rawValue)))
    }
    let names = { (kind: UDateFormatSymbolType, range: Range<Int32>) in
      range.compactMap { index in
        unsafe ICUText.read {
          unsafe icu_date_symbol(locale, Int32(kind.rawValue), index, $0, $1)
        }
      }
    }
    guard let decimal = symbol(UNUM_DECIMAL_SEPARATOR_SYMBOL),
      let group = symbol(UNUM_GROUPING_SEPARATOR_SYMBOL),
      let minus = symbol(UNUM_MINUS_SIGN_SYMBOL),
      let percent = pattern(UNUM_PERCENT), let money = pattern(UNUM_CURRENCY),
      let date = unsafe ICUText.read({ unsafe icu_date_pattern(locale, $0, $1) })
    else { return nil }
    self.locale = locale
    (decimalSeparator, groupSeparator, self.minus) = (decimal, group, minus)
    let last = max(attribute(UNUM_GROUPING_SIZE), 1)
    let others = attribute(UNUM_SECONDARY_GROUPING_SIZE)
    groupSizes = (last, others > 0 ? others : last)
    let sample = unsafe ICUText.read { unsafe icu_whole_number(locale, 1234, $0, $1) }
    minimumGrouping = sample == "1234" ? 2 : 1
    let sign = symbol(UNUM_PERCENT_SYMBOL) ?? "%"
    self.percent = Affixes(pattern: percent.replacing("%", with: sign))
    self.money = Affixes(pattern: money)
    datePattern = date
    (months, monthsAlone) = (names(UDAT_MONTHS, 0..<12), names(UDAT_STANDALONE_MONTHS, 0..<12))
    era = names(UDAT_ERAS, 1..<2).first ?? ""
    guard months.count == 12, monthsAlone.count == 12 else { return nil }
  }

  /// The symbol of a currency as this language writes it: "$" in German, "$US" in French.
  package func symbol(ofCurrency code: String) -> String {
    let units = Array(code.utf16)
    guard units.count == 3 else { return code }
    return unsafe ICUText.read { unsafe icu_currency_symbol(locale, units + [0], $0, $1) } ?? code
  }

  /// An amount of a unit of time: "30 Sek.".
  ///
  /// - Parameters:
  ///   - number: in plain digits.
  ///   - unit: the name of the unit in ICU, such as `second`.
  package func shown(_ number: String, unit: String) -> String? {
    let skeleton = Array("measure-unit/duration-\(unit) unit-width-short precision-unlimited".utf16)
    return unsafe ICUText.read {
      unsafe icu_measure(locale, skeleton, Int32(skeleton.count), number, $0, $1)
    }
  }

  /// A date in full: "14. Oktober 2025".
  package func shown(_ date: CalendarDate) -> String {
    var text = ""
    var rest = Substring(datePattern)
    var isQuoted = false
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      switch first {
      case "'":
        // Two in a row are one that is shown.
        text += String(repeating: "'", count: run.count / 2)
        if run.count % 2 == 1 { isQuoted.toggle() }
      case "d" where !isQuoted: text += Self.padded(date.day, to: run.count)
      case "y" where !isQuoted: text += "\(date.year)"
      case "G" where !isQuoted: text += era
      case "M" where !isQuoted: text += month(date.month, run.count, among: months)
      case "L" where !isQuoted: text += month(date.month, run.count, among: monthsAlone)
      default: text += run
      }
    }
    return text
  }

  private func month(_ month: Int, _ count: Int, among names: [String]) -> String {
    count > 2 && names.indices.contains(month - 1)
      ? names[month - 1] : Self.padded(month, to: count)
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

/// Texts that functions of ICU write into a buffer.
private enum ICUText {
  /// Nil when ICU has no such text.
  static func read(
    _ write: (UnsafeMutablePointer<UInt16>, Int32) -> Int32
  ) -> String? {
    var buffer = Array(repeating: UInt16(0), count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let start = buffer.baseAddress else { return -1 }
      // The functions write at most as many units as the buffer has room for.
      return unsafe write(start, Int32(buffer.count))
    }
    return length < 0 ? nil : String(decoding: buffer.prefix(Int(length)), as: UTF16.self)
  }
}
