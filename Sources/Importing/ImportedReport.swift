package import Content
package import Diagnosing
import Markup

/// What one row says about a vendor: a whole report, or the parts for which the table has columns.
package struct ImportedReport: Sendable {
  /// A key of the front matter.
  struct Entry: Sendable {
    let key: String
    let content: Content

    enum Content: Sendable {
      case value(Value)
      case cells([Cell])
    }
  }

  /// A value, with its text on one line.
  struct Value: Sendable {
    let node: YAMLNode
    let text: String
  }

  struct Cell: Sendable {
    let criterion: Criterion
    /// The value, or a mapping of the value and of what stands beside it.
    let value: Value
    /// What stands in that mapping; empty for a value alone.
    var parts: [(key: String, value: Value)] = []
  }

  package let week: Week
  package let slug: Slug
  /// The entries in the order of a new file.
  let entries: [Entry]
  /// The text of the body; empty when the row gives none.
  let body: String
  /// The place of the row.
  package let span: SourceSpan

  /// The path of the report, relative to the source folder.
  package var path: String { "content/reports/\(week.text)/\(slug.text).md" }

  var isRetired: Bool { entries.contains { $0.key == "retired" } }

  /// That a vendor is no longer in the table.
  static func retirement(
    of slug: Slug, named name: String, in category: Category, _ week: Week, at span: SourceSpan
  ) -> ImportedReport {
    let entry = { (key: String, value: String, text: String) in
      let node = YAMLNode(content: .scalar(value, isPlain: false), span: span)
      return Entry(key: key, content: .value(Value(node: node, text: text)))
    }
    return ImportedReport(
      week: week, slug: slug,
      entries: [
        entry("name", name, YAMLWriter.quoted(name)),
        entry("category", category.slug.text, category.slug.text), entry("retired", "true", "true"),
      ], body: "", span: span)
  }

  /// The content of a new file.
  package var text: String {
    let lines = entries.flatMap(\.lines)
    return "---\n" + lines.map { $0 + "\n" }.joined() + "---\n" + (body.isEmpty ? "" : "\n" + body)
  }
}

extension ImportedReport.Entry {
  /// The lines of the entry in the front matter; a list has one line per item.
  var lines: [String] {
    switch content {
    case .cells(let cells):
      return ["\(key):"] + cells.map { "  \($0.criterion.id): \($0.value.text)" }
    case .value(let value):
      if case .sequence(let items) = value.node.content, !items.isEmpty {
        return ["\(key):"] + items.map { "  - " + YAMLWriter.flow($0) }
      }
      return ["\(key): \(value.text)"]
    }
  }
}
