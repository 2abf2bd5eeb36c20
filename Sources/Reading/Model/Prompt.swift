package import Diagnosing
package import FoundationEssentials

/// One prompt, and what each vendor answered.
package struct Prompt: Sendable {
  /// A file that went with the prompt.
  package struct Attachment: Sendable {
    package let name: String
    /// 64 hexadecimal digits.
    package let sha256: String?
  }

  package let file: SourceFile
  package let slug: Slug
  package let title: String
  /// As it was sent: never Markdown.
  package let text: String
  package let system: String?
  package let attachments: [Attachment]
  /// When it was sent; there whenever there are answers.
  package let date: CalendarDate?
  package let redaction: String?
  /// At most one a vendor, in the order written.
  package let answers: [Answer]
  package let body: Markdown
}

package struct Answer: Sendable {
  package let vendor: Located<String>
  package let model: String
  package let latency: Latency?
  package let tokens: Int?
  /// At least 0, in the publisher's currency.
  package let cost: Decimal?
  /// As it came back: never Markdown.
  package let text: String

  package struct Latency: Sendable {
    package let seconds: Decimal
    /// As written, for example `2100 ms`.
    package let text: String
  }
}
