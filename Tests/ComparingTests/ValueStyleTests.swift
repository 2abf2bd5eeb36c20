import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Testing

struct ValueStyleTests {
  @Test(arguments: [
    ("1204", nil, "1,204"), ("1234567.5", nil, "1,234,567.5"), ("0.125", 2, "0.13"),
    ("9.995", 2, "10.00"),
    ("-0.001", 2, "0.00"), ("-1.5", 0, "-2"), ("88", 1, "88.0"), ("999.5", 0, "1,000"),
  ])
  func numbers(number: String, digits: Int?, shown: String) throws {
    let value = try #require(Decimal(string: number))
    #expect(ValueStyle(language: "en").grouped(value, digits: digits) == shown)
  }

  /// The formats follow the Unicode CLDR. English, and a language without data, keep the default
  /// format.
  @Test(arguments: [
    ("en", "1,234.5", "12,345,678", "3 April 2026", "75%", "-1"),
    ("de", "1.234,5", "12.345.678", "3. April 2026", "75\u{a0}%", "-1"),
    ("de-CH", "1’234.5", "12’345’678", "3. April 2026", "75%", "-1"),
    ("fr", "1\u{202f}234,5", "12\u{202f}345\u{202f}678", "3 avril 2026", "75\u{a0}%", "-1"),
    ("es", "1234,5", "12.345.678", "3 de abril de 2026", "75\u{a0}%", "-1"),
    (
      "pl", "1234,5", "12\u{a0}345\u{a0}678", "3 kwietnia 2026", "75%", "-1"
    ),
    ("sv", "1\u{a0}234,5", "12\u{a0}345\u{a0}678", "3 april 2026", "75\u{a0}%", "−1"),
    ("ja", "1,234.5", "12,345,678", "2026年4月3日", "75%", "-1"),
    ("hi", "1,234.5", "1,23,45,678", "3 अप्रैल 2026", "75%", "-1"),
    ("th", "1,234.5", "12,345,678", "3 เมษายน ค.ศ. 2026", "75%", "-1"),
    ("ar", "1,234.5", "12,345,678", "3 أبريل 2026", "75\u{200e}%\u{200e}", "\u{200e}-1"),
    ("qqq", "1,234.5", "12,345,678", "2026-04-03", "75%", "-1"),
  ])
  func numbersAndDatesFollowTheLanguage(
    language: String, number: String, large: String, date: String, percent: String, negative: String
  ) throws {
    let style = ValueStyle(language: language)
    #expect(style.grouped(try #require(Decimal(string: "1234.5"))) == number)
    #expect(style.grouped(12_345_678) == large)
    #expect(style.shown(try #require(CalendarDate("2026-04-03"))) == date)
    #expect(style.shown(percent: "75") == percent)
    #expect(style.grouped(-1) == negative)
  }

  @Test(arguments: [
    ("en", "USD", "$1,234.50"), ("en", "AUD", "AUD 1,234.50"), ("en", "JPY", "¥1,235"),
    ("de", "EUR", "1.234,50\u{a0}€"), ("de", "USD", "1.234,50\u{a0}$"),
    ("fr", "USD", "1\u{202f}234,50\u{a0}$US"), ("de-CH", "CHF", "CHF\u{a0}1’234.50"),
    ("pl", "PLN", "1234,50\u{a0}zł"), ("ja", "JPY", "￥1,235"), ("nl", "EUR", "€\u{a0}1.234,50"),
    ("de", "JPY", "1.235\u{a0}¥"), ("qqq", "USD", "$1,234.50"),
  ])
  func pricesFollowTheLanguage(language: String, currency: String, shown: String) throws {
    let span = SourceFile(path: "x", bytes: []).start
    let criterion = Criterion(id: "price", label: "Price", kind: .money, span: span)
    let amount = Money.amount(
      try #require(Decimal(string: "1234.5")), currency: currency, per: nil)
    let digits = currency == "JPY" ? 0 : 2
    let style = ValueStyle(language: language)
    #expect(style.shown(.money(amount), for: criterion, digits: digits) == shown)
  }

  /// Units of time are ICU's, but for the signs of English.
  @Test(arguments: [
    ("en", "90.5", "1 min 30.5 s"), ("de", "90.5", "1 Min. 30,5 Sek."),
    ("fr", "90.5", "1 min 30,5 s"), ("de", "0.2", "200 ms"), ("de", "0", "0 Sek."),
    ("de", "47335428", "1 J 6 Mon."), ("fr", "157784760", "5 ans"), ("qqq", "3600", "1 h"),
  ])
  func lengthsOfTimeFollowTheLanguage(language: String, seconds: String, shown: String) throws {
    let text = ValueStyle(language: language).shown(
      seconds: try #require(Decimal(string: seconds)))
    #expect(text.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ") == shown)
  }

  @Test func periodsAreWordsOfTheTheme() {
    var style = ValueStyle(language: "de")
    style.periods = ["month": "Monat"]
    let span = SourceFile(path: "x", bytes: []).start
    let criterion = Criterion(id: "price", label: "Price", kind: .money, span: span)
    let price = Money.amount(5, currency: "EUR", per: "month")
    #expect(style.shown(.money(price), for: criterion) == "5,00\u{a0}€ / Monat")
  }
}
