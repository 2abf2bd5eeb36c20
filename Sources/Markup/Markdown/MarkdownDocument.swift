/// A rendered Markdown text.
package struct MarkdownDocument: Sendable {
  package struct Heading: Sendable {
    package let level: Int
    package let id: String
    package let text: String
  }

  /// The HTML before the first heading that is outside block quotes and lists.
  package let lead: String
  /// The HTML from the first heading that is outside block quotes and lists.
  package let rest: String
  package let headings: [Heading]

  package var html: String { lead + rest }
}
