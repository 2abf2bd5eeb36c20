package import Diagnosing
package import FoundationEssentials
package import Markup

/// A prompt, and what each vendor answered.
package struct Prompt: Sendable {
  /// A file that was sent with the prompt.
  package struct Attachment: Sendable {
    package let name: String
    /// The SHA-256 of the file, as 64 hexadecimal digits.
    package let sha256: String?

    package init(name: String, sha256: String?) {
      self.name = name
      self.sha256 = sha256
    }
  }

  package let file: SourceFile
  package let slug: Slug
  package let title: String
  /// The text that was sent; never Markdown.
  package let text: String
  package let body: Markdown
  package var system: String?
  package var attachments: [Attachment] = []
  /// The day the prompt was sent; present whenever there are answers.
  package var date: CalendarDate?
  package var redaction: String?
  /// At most one answer per vendor, in the order written.
  package var answers: [Answer] = []

  package init(file: SourceFile, slug: Slug, title: String, text: String, body: Markdown) {
    self.file = file
    self.slug = slug
    self.title = title
    self.text = text
    self.body = body
  }
}

package struct Answer: Sendable {
  package let vendor: Located<String>
  package let model: String
  package let latency: Latency?
  package let tokens: Int?
  /// The cost in the publisher's currency, at least 0.
  package let cost: Decimal?
  /// The text of the answer as it was received; never Markdown.
  package let text: String

  package init(
    vendor: Located<String>, model: String, latency: Latency?, tokens: Int?, cost: Decimal?,
    text: String
  ) {
    self.vendor = vendor
    self.model = model
    self.latency = latency
    self.tokens = tokens
    self.cost = cost
    self.text = text
  }

  package struct Latency: Sendable {
    package let seconds: Decimal
    /// The duration as written, such as `2100 ms`.
    package let text: String

    package init(seconds: Decimal, text: String) {
      self.seconds = seconds
      self.text = text
    }
  }
}
