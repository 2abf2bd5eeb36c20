import Comparing
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

  @Test func separatorsFollowTheLanguage() {
    #expect(ValueStyle(language: "de-CH").grouped(1234, digits: 1) == "1.234,0")
  }
}
