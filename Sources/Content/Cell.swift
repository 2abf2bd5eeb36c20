package import Diagnosing
package import FoundationEssentials
package import Markup

/// What a report says about one criterion.
package struct Cell: Sendable {
  /// The value; nil for a cell whose note says why there is none.
  package let value: CellValue?
  /// The value as the report writes it.
  package let text: String
  /// The place of the value in the report.
  package let span: SourceSpan
  package var note: Markdown?
  /// The offering that the value applies to.
  package var scope: String?
  package var evidence: [Evidence] = []
  package var asOf: CalendarDate?
  package var confidence: Confidence?

  package init(value: CellValue?, text: String, span: SourceSpan) {
    self.value = value
    self.text = text
    self.span = span
  }
}

/// A value of one of the kinds. Numbers are decimals, so that 0.1 + 0.2 is 0.3.
package enum CellValue: Sendable, Hashable {
  /// A value of kind `score`, `count` or `number`.
  case number(Decimal)
  case percent(Decimal, met: Int?, of: Int?)
  case money(Money)
  case duration(seconds: Decimal)
  case date(CalendarDate)
  /// A word that the criterion allows in place of a date, such as "never".
  case dateWord(String, DateWord)
  case version(String)
  /// A value of kind `state` or `level`.
  case level(ScalePosition)
  case set([String])
  case list([Markdown])
  case text(Markdown)
  case rating(Decimal, max: Decimal, count: Int)
}

package enum Money: Sendable, Hashable {
  case amount(Decimal, currency: String?, per: String?)
  case free
  case contact

  /// The unit or period that an amount pays for.
  package static let periods = [
    "second", "minute", "hour", "day", "week", "month", "quarter", "year",
  ]
}

/// The rank of a word among dates: before all of them, or after.
package enum DateWord: String, Sendable, CaseIterable { case first, last }

/// A value as its report writes it.
package enum WrittenValue: Sendable, Hashable, Encodable {
  case text(String)
  case items([String])

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .items(let items): try container.encode(items)
    }
  }
}

extension Cell {
  /// The value as the report writes it; nil for a cell that has only a note.
  package var written: WrittenValue? {
    switch value {
    case nil: nil
    case .set(let items): .items(items)
    case .list(let items): .items(items.map(\.source))
    default: .text(text)
    }
  }
}

/// A source where readers can check a statement.
package struct Evidence: Sendable {
  package let url: String
  package let title: String?
  package let accessed: CalendarDate?
  package let span: SourceSpan

  package init(url: String, title: String?, accessed: CalendarDate?, span: SourceSpan) {
    self.url = url
    self.title = title
    self.accessed = accessed
    self.span = span
  }
}

/// How the publisher knows a value.
package enum Confidence: String, Sendable, CaseIterable {
  case measured
  case thirdParty = "third-party"
  case vendorAttested = "vendor-attested"
  case inferred
}
