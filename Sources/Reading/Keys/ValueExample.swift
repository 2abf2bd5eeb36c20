package import Content

/// How a value of a kind is written in a report: what is right, and what is often written instead.
package struct ValueExample: Sendable {
  package let kind: Kind
  package let right: [String]
  package let wrong: [String]
  package let meaning: String

  private init(_ kind: Kind, _ right: [String], not wrong: [String] = [], _ meaning: String) {
    self.kind = kind
    self.right = right
    self.wrong = wrong
    self.meaning = meaning
  }

  /// One for each kind, in their order.
  package static let all = Kind.allCases.map(example)

  private static func example(of kind: Kind) -> ValueExample {
    switch kind {
    case .score:
      ValueExample(
        .score, ["8", "7.5"], not: ["8/10"], "A number from 0 to the criterion's `max` (100).")
    case .count:
      ValueExample(
        .count, ["1204", "12.0"], not: ["1.204,5", "12.5"], "A whole number from 0 on.")
    case .number:
      ValueExample(
        .number, ["0.73", "-3", "1.5e-7"], not: ["0,73", "3 GB"],
        "Any number; the criterion has the `unit`.")
    case .percent:
      ValueExample(
        .percent, ["75", "{ met: 3, of: 4 }"], not: ["75%"],
        "A number from 0 to 100, or how many of how many.")
    case .money:
      ValueExample(
        .money, ["4.99", "{ amount: 4, currency: EUR, per: month }", "free", "contact"],
        not: ["4 EUR", "$4"],
        "An amount. Only amounts of one currency and period are compared; a plain amount has the "
          + "criterion's `currency` and no period.")
    case .duration:
      ValueExample(
        .duration, ["90 s", "1.5 h", "2 weeks", "PT1M30S"], not: ["90", "1h30m"],
        "A number and one unit (`ms`, `s`, `min`, `h`, `d`, `weeks`, `months`, `years`), or as ISO "
          + "8601 writes it.")
    case .date:
      ValueExample(
        .date, ["2026-03-30"], not: ["2026-03", "30.3.2026"],
        "A whole day, or one of the criterion's `words`.")
    case .version:
      ValueExample(
        .version, ["1.10.2", "2.0-beta"], "Any text; numbers in it are compared as numbers.")
    case .state:
      ValueExample(
        .state, ["yes", "no", "partial", "not-applicable", "unknown"], not: ["maybe"],
        "`unknown` says that you looked and found nothing; it is never ranked.")
    case .level:
      ValueExample(.level, ["high"], not: ["highest"], "A word of the criterion's `scale`.")
    case .set:
      ValueExample(
        .set, ["[api, web]"], not: ["{ api: yes }"], "Names, whose order does not matter.")
    case .list:
      ValueExample(.list, ["[First point., Second **point**.]"], "Lines of Markdown.")
    case .text: ValueExample(.text, ["Any line of **Markdown**"], "One line.")
    case .rating:
      ValueExample(
        .rating, ["{ value: 4.3, max: 5, count: 120 }"], not: ["4.3"],
        "The mean, the best possible, and the number of votes.")
    }
  }
}
