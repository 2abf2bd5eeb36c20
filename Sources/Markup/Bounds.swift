/// Limits on the size of one file or one text, so that no content exhausts the machine.
///
/// Real sites stay far below them. docs/limits.md lists each limit with the time and memory it
/// allows.
package enum Bounds {
  /// The largest size of a content file, in megabytes (Y-03).
  package static let fileMegabytes = 16
  /// The largest number of pages that a site may allow itself. Pairs grow with the square of the
  /// vendors, and every page is rendered, even to measure the site.
  package static let sitePages = 15_000_000
  /// The maximum size of a template with all that it includes, in megabytes of its own text.
  package static let templateMegabytes = 2
  /// The maximum nesting depth of YAML lists and mappings.
  package static let yamlDepth = 32
  /// The keys and values of one YAML file.
  package static let yamlNodes = 400_000
  /// The criteria of one category. Each is a row of every comparison, and may have a ranking.
  package static let criteria = 1_500
  /// The entries of a list or a mapping that each stand on many pages, such as the segments of a
  /// category.
  package static let entries = 1_000
  /// The earlier addresses of one page.
  package static let aliases = 10_000
  /// The items of one value that is a list or a set.
  package static let items = 100_000
  /// The sources of one value, or of one statement.
  package static let evidence = 10_000
  /// The site's own links in the navigation, which stand on every page.
  package static let navigation = 100
  /// The maximum size of one Markdown text, in bytes.
  package static let markdownBytes = 1 << 20
  /// The maximum nesting depth of Markdown block quotes and lists.
  package static let markdownDepth = 100
  /// The maximum number of lines and marks in one Markdown text. Each may become a part of the
  /// page.
  package static let markdownMarks = 200_000
  /// The maximum number of marks in one paragraph or cell. cmark-gfm takes quadratic time for some
  /// sequences of marks.
  package static let paragraphMarks = 20_000
  /// The maximum number of cells in all tables of one Markdown text, including those that short
  /// rows omit.
  package static let tableCells = 100_000
  /// The maximum number of bytes that link definitions would add to the page if every link used the
  /// longest definition.
  package static let referenceBytes = 1 << 20
  /// The maximum number of bytes that cmark-gfm may read or copy again because of delimiter rows
  /// and e-mail addresses.
  package static let rescannedBytes = 4 << 20
}
