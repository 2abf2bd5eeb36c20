/// How much one file or one text may hold, so that no content exhausts the machine.
///
/// Real sites stay far below; docs/limits.md lists the bounds with the time and memory they allow.
package enum Bounds {
  /// The size of a file of content, in megabytes (Y-03).
  package static let fileMegabytes = 16
  /// The pages that a site may allow itself: pairs grow with the square of the vendors, and each
  /// page is rendered, also to tell how large the site is.
  package static let sitePages = 10_000_000
  /// How deep lists and mappings of YAML are nested.
  package static let yamlDepth = 32
  /// The keys and values of one YAML file.
  package static let yamlNodes = 400_000
  /// The bytes of one Markdown text.
  package static let markdownBytes = 1 << 20
  /// How deep quotations and lists of Markdown are nested.
  package static let markdownDepth = 100
  /// The lines and marks of one Markdown text, each of which may become a part of the page.
  package static let markdownMarks = 200_000
  /// The marks of one paragraph or cell; cmark-gfm takes quadratic time for some sequences of them.
  package static let paragraphMarks = 20_000
  /// The cells of all tables of one Markdown text, with those that short rows leave out.
  package static let tableCells = 100_000
  /// The bytes that link definitions put into the page: the longest as often as there are links.
  package static let referenceBytes = 1 << 20
  /// The bytes that cmark-gfm reads or copies again for each row of dashes and each e-mail address.
  package static let rescannedBytes = 4 << 20
}
