package import Diagnosing
package import FoundationEssentials
package import Markup

/// One prompt, and what each vendor answered.
package struct Prompt: Sendable {
  /// A file that went with the prompt.
  package struct Attachment: Sendable {
    package let name: String
    /// 64 hexadecimal digits.
    package let sha256: String?

    package init(name: String, sha256: String?) {
      self.name = name
      self.sha256 = sha256
    }
  }

  package let file: SourceFile
  package let slug: Slug
  package let title: String
  /// As it was sent: never Markdown.
  package let text: String
  package let body: Markdown
  package var system: String?
  package var attachments: [Attachment] = []
  /// When it was sent; there whenever there are answers.
  package var date: CalendarDate?
  package var redaction: String?
  /// At most one a vendor, in the order written.
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
  /// At least 0, in the publisher's currency.
  package let cost: Decimal?
  /// As it came back: never Markdown.
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
    /// As written, for example `2100 ms`.
    package let text: String

    package init(seconds: Decimal, text: String) {
      self.seconds = seconds
      self.text = text
    }
  }
}
