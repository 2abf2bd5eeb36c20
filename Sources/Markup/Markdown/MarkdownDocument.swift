/// A rendered text.
package struct MarkdownDocument: Sendable {
  package struct Heading: Sendable {
    package let level: Int
    package let id: String
    package let text: String
  }

  /// What stands before the first heading that is in no quotation or list.
  package let lead: String
  /// From that heading on.
  package let rest: String
  package let headings: [Heading]

  package var html: String { lead + rest }
}
