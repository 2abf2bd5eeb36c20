import Content
import Diagnosing
import Markup
import Reading

/// Makes a report from one row. Values that do not fit are reported at their place in the table.
struct RowReader {
  let category: Category
  let mapping: Mapping
  let row: Table.Row

  /// Makes the report of the row.
  ///
  /// - Parameter week: the week of the report.
  func report(_ week: Week, _ slug: Slug, into log: inout Diagnostics) -> ImportedReport {
    let isRetired = mapping.retirement.map { row.values[$0.column]?.text == $0.value } ?? false
    // A vendor needs a name. If the table leaves the name blank, the slug replaces it.
    let given = row.values[mapping.name]?.text ?? ""
    let name = given.allSatisfy(\.isWhitespace) ? slug.text : given
    var entries = [
      entry("name", name, as: YAMLWriter.quoted(name)),
      entry("category", category.slug.text, as: category.slug.text),
    ]
    if isRetired {
      entries.append(entry("retired", "true", as: "true"))
    } else {
      entries += keys(of: Self.headKeys, into: &log) + groups(into: &log)
      entries += keys(of: nil, into: &log)
    }
    let body = (isRetired ? mapping.retirement?.body : mapping.body).map(filled) ?? ""
    return ImportedReport(
      week: week, slug: slug, entries: entries,
      body: body.isEmpty || body.hasSuffix("\n") ? body : body + "\n", span: row.span.head)
  }

  /// Returns the slug of the row's vendor, with the place of the slug or of the name that yields
  /// it.
  func vendor(_ slugs: SlugMaker, into log: inout Diagnostics) -> Located<Slug>? {
    if let column = mapping.slug, let node = value(of: column, missing: []) {
      return slug(node, column, into: &log)
    }
    guard let node = value(of: mapping.vendor, missing: []) else {
      log.report(.missingKey(mapping.vendor, at: row.span.head))
      return nil
    }
    guard let name = node.string(mapping.vendor, into: &log) else { return nil }
    switch slugs.slug(of: name) {
    case .success(let slug): return Located(slug, at: node.span)
    case .failure(let refusal):
      log.report(.invalidName(mapping.vendor, name, refusal, at: node.span))
      return nil
    }
  }

  private func slug(
    _ node: YAMLNode, _ column: String, into log: inout Diagnostics
  ) -> Located<Slug>? {
    guard let text = node.string(column, into: &log) else { return nil }
    if let slug = Slug(text) { return Located(slug, at: node.span) }
    log.report(
      .invalidValue(
        column, text,
        expected: "a slug: lower-case letters and digits in parts joined by '-', without '-vs-'",
        at: node.span))
    return nil
  }

  func week(_ column: String, into log: inout Diagnostics) -> Week? {
    guard let node = value(of: column, missing: []) else {
      log.report(.missingKey(column, at: row.span.head))
      return nil
    }
    return node.week(column, into: &log)
  }

  /// The keys that precede the groups, without those that every row has.
  private static let headKeys = ContentKeys.reportHead.names.filter {
    !["name", "category"].contains($0)
  }

  /// Returns entries for the keys that columns or the mapping provide: those in a list, or all
  /// others.
  private func keys(
    of wanted: [String]?, into log: inout Diagnostics
  ) -> [ImportedReport.Entry] {
    let given = mapping.report.map { entry($0.key.value, filled($0.value)) }
    guard let wanted else { return given.filter { !Self.headKeys.contains($0.key) } }
    return wanted.compactMap { key in
      let column = mapping.columns.first { $0.target == .key(key) }
      if let column, let node = value(of: column), let text = text(node, key, into: &log) {
        return entry(key, text, as: YAMLWriter.scalar(text))
      }
      return given.first { $0.key == key }
    }
  }

  private func entry(_ key: String, _ node: YAMLNode) -> ImportedReport.Entry {
    let value = ImportedReport.Value(node: node, text: YAMLWriter.flow(node))
    return ImportedReport.Entry(key: key, content: .value(value))
  }

  private func entry(_ key: String, _ value: String, as text: String) -> ImportedReport.Entry {
    let node = YAMLNode(content: .scalar(value, isPlain: false), span: row.span)
    return ImportedReport.Entry(
      key: key, content: .value(ImportedReport.Value(node: node, text: text)))
  }

  /// Returns the text of a key, checked like that of a report.
  func text(_ node: YAMLNode, _ key: String, into log: inout Diagnostics) -> String? {
    switch key {
    case "updated": return node.date(key, into: &log)?.text
    case "website": return node.url(key, into: &log)
    case "tier":
      guard let text = node.string(key, into: &log) else { return nil }
      let tiers = category.tiers.map(\.id)
      if !tiers.contains(text) { log.report(.unknownValue(key, text, among: tiers, at: node.span)) }
      return text
    default: return node.string(key, into: &log)
    }
  }

  func scalar(_ text: String, _ node: YAMLNode) -> YAMLNode {
    YAMLNode(content: .scalar(text, isPlain: false), span: node.span)
  }

  func value(of column: String, missing: Set<String>) -> YAMLNode? {
    guard let node = row.values[column], !node.isEmpty else { return nil }
    if let text = node.text, missing.contains(text) || mapping.missing.contains(text) { return nil }
    return node
  }

  private func filled(_ pattern: PathPattern) -> String {
    pattern.path(row.values.mapValues { $0.text ?? YAMLWriter.flow($0) })
  }

  func filled(_ node: YAMLNode) -> YAMLNode {
    switch node.content {
    case .scalar(let text, let isPlain):
      guard let pattern = PathPattern(text), !pattern.placeholders.isEmpty else { return node }
      return YAMLNode(content: .scalar(filled(pattern), isPlain: isPlain), span: node.span)
    case .sequence(let items):
      return YAMLNode(content: .sequence(items.map(filled)), span: node.span)
    case .mapping(let pairs):
      return YAMLNode(
        content: .mapping(pairs.map { ($0.key, filled($0.value)) }), span: node.span)
    }
  }
}

extension YAMLNode {
  /// Whether the value is empty: a text or a list without content.
  fileprivate var isEmpty: Bool {
    switch content {
    case .scalar(let text, _): isNull || text.isEmpty
    case .sequence(let items): items.isEmpty
    case .mapping: false
    }
  }
}
