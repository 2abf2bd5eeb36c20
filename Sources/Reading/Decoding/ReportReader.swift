package import Content
package import Diagnosing
import Markup

/// Reads a report against its category.
package struct ReportReader {
  /// The keys that every report may have. The groups of the category replace those in `groupKeys`.
  static let keys = ReportKeys.all
  private static let groupKeys = Set(ReportKeys.groups.names)

  let file: SourceFile
  let slug: Slug
  let week: Week
  let categories: [Category]
  /// Whether all categories could be read. If not, errors that a missing category may explain are
  /// not reported.
  let areCategoriesComplete: Bool

  package init(
    file: SourceFile, slug: Slug, week: Week, categories: [Category], areCategoriesComplete: Bool
  ) {
    self.file = file
    self.slug = slug
    self.week = week
    self.categories = categories
    self.areCategoriesComplete = areCategoriesComplete
  }

  /// Reads the report.
  ///
  /// - Returns: nil when an error prevents reading. Other errors are only reported.
  package func read(into log: inout Diagnostics) -> Report? {
    guard file.isReadable(into: &log), let parts = MarkdownFile(file, into: &log) else {
      return nil
    }
    parts.body.checkBlocks(into: &log)
    let errors = log.errorCount
    let parsed = YAML.parse(file, range: parts.yaml, into: &log)
    if parsed == nil, log.errorCount > errors { return nil }
    let top = SourceSpan(file: file, range: 0..<min(3, file.bytes.count))
    let root = parsed ?? YAMLNode(content: .mapping([]), span: top)
    let category = self.category(of: root, into: &log)
    if category == nil, !areCategoriesComplete { return nil }
    let own = category.map { $0.groups.map(\.id) } ?? categories.flatMap { $0.groups.map(\.id) }
    let keys = Self.keys.names.filter { !Self.groupKeys.contains($0) } + own
    guard let fields = Fields(root, "the report", keys: keys, bounds: Self.keys, into: &log),
      let named = fields.required("name", into: &log),
      let name = named.string("name", into: &log), let category
    else { return nil }
    if name.allSatisfy(\.isWhitespace) {
      log.report(.invalidValue("name", name, expected: "the vendor's name", at: named.span))
    }
    return Report(
      file: file, slug: slug, week: week, category: category.slug,
      frontMatter: frontMatter(name, fields, of: category, into: &log), body: parts.body,
      links: NameReference.links(in: file, parsed, parts.body),
      addresses: TextLink.local(in: file, parsed, parts.body))
  }

  /// Returns the category that the report names, or the only one.
  private func category(of root: YAMLNode, into log: inout Diagnostics) -> Category? {
    guard case .mapping(let pairs) = root.content else { return categories.first }
    if let node = pairs.first(where: { $0.key.text == "category" })?.value,
      let name = node.string("category", into: &log)
    {
      if let category = categories.first(where: { $0.slug.text == name }) { return category }
      if !areCategoriesComplete { return nil }
      log.report(
        .danglingReference("category", name, among: categories.map(\.slug.text), at: node.span))
      return nil
    }
    if !areCategoriesComplete { return nil }
    if categories.count == 1 { return categories.first }
    if !categories.isEmpty {
      log.report(.missingCategory(among: categories.map(\.slug.text), at: root.span.head))
    }
    return nil
  }

  private func frontMatter(
    _ name: String, _ fields: Fields, of category: Category, into log: inout Diagnostics
  ) -> Report.FrontMatter {
    var front = Report.FrontMatter(
      name: name, updated: fields["updated"]?.date("updated", into: &log) ?? week.monday)
    front.title = fields["title"]?.string("title", into: &log)
    front.website = fields["website"]?.url("website", into: &log)
    front.logo = fields["logo"].flatMap { $0.picture("logo", into: &log) }
    front.summary = fields["summary"]?.string("summary", into: &log)
    front.tagline = fields["tagline"]?.string("tagline", into: &log)
    front.tier = fields["tier"].flatMap { tier($0, of: category, into: &log) }
    front.offerings = choices(fields["offerings"], "offerings", into: &log)
    front.cells = cells(fields, of: category, CellReader(offerings: front.offerings), into: &log)
    front.fit = fit(fields["fit"], of: category, into: &log)
    front.pros = statements(fields["pros"], "pros", into: &log)
    front.cons = statements(fields["cons"], "cons", into: &log)
    front.bestFor = statements(fields["bestFor"], "bestFor", into: &log)
    front.cautionFor = statements(fields["cautionFor"], "cautionFor", into: &log)
    front.assessments = AssessmentsReader(category: category, slug: slug).read(fields, into: &log)
    front.disclosure = disclosure(fields["disclosure"], into: &log)
    front.sources = sources(fields["sources"], into: &log)
    front.aliases = fields["aliases"]?.aliases(into: &log) ?? []
    front.isDraft = fields["draft"]?.bool("draft", into: &log) ?? false
    front.retired = fields["retired"]?.bool("retired", into: &log) ?? false
    front.renamedTo = renamedTo(fields["renamedTo"], isRetired: front.retired, into: &log)
    front.reason = fields["reason"]?.located("reason", into: &log)
    return front
  }

  private func tier(_ node: YAMLNode, of category: Category, into log: inout Diagnostics) -> Int? {
    guard let id = node.string("tier", into: &log) else { return nil }
    if let index = category.tiers.firstIndex(where: { $0.id == id }) { return index }
    log.report(.unknownValue("tier", id, among: category.tiers.map(\.id), at: node.span))
    return nil
  }

  /// Reads the cells in the shape of the category's groups.
  private func cells(
    _ fields: Fields, of category: Category, _ reader: CellReader, into log: inout Diagnostics
  ) -> [[Cell?]] {
    category.groups.map { group in
      let rows = fields[group.id].flatMap {
        Fields($0, group.id, keys: group.criteria.map(\.id), into: &log)
      }
      return group.criteria.map { criterion in
        rows?[criterion.id].flatMap { reader.read($0, for: criterion, into: &log) }
      }
    }
  }

  private func fit(
    _ node: YAMLNode?, of category: Category, into log: inout Diagnostics
  ) -> [ScalePosition?] {
    let rows = category.segments?.rows ?? []
    guard let node, let fields = Fields(node, "fit", keys: rows.map(\.id), into: &log),
      let scale = category.segments?.scale
    else { return rows.map { _ in nil } }
    return rows.map { row in
      fields[row.id].flatMap { scalePosition($0, row.id, of: scale, into: &log) }
    }
  }

  private func statements(
    _ node: YAMLNode?, _ name: String, into log: inout Diagnostics
  ) -> [Statement] {
    guard let node else { return [] }
    return node.items(name, into: &log).compactMap { item in
      guard case .mapping = item.content else {
        return item.markdown("an item", into: &log).map { Statement(text: $0, evidence: []) }
      }
      guard let fields = Fields(item, "an item", keys: ReportKeys.statement, into: &log),
        let text = fields.required("text", into: &log)?.markdown("text", into: &log)
      else { return nil }
      return Statement(text: text, evidence: evidence(fields["evidence"], into: &log))
    }
  }

  private func disclosure(_ node: YAMLNode?, into log: inout Diagnostics) -> Disclosure? {
    let keys = ReportKeys.disclosure
    guard let node, let fields = Fields(node, "disclosure", keys: keys, into: &log) else {
      return nil
    }
    // An empty text says that nobody did.
    let by = fields["by"]?.string("by", into: &log)
    let reviewedBy = fields["reviewedBy"]?.string("reviewedBy", into: &log)
    return Disclosure(
      made: fields["made"]?.string("made", into: &log), by: by?.isEmpty == true ? nil : by,
      reviewedBy: reviewedBy?.isEmpty == true ? nil : reviewedBy,
      relationship: fields["relationship"]?.located("relationship", into: &log))
  }

  private func sources(_ node: YAMLNode?, into log: inout Diagnostics) -> [Source] {
    guard let node else { return [] }
    var seen: [String: SourceSpan] = [:]
    return node.items("sources", into: &log).compactMap { item in
      guard
        let fields = Fields(
          item, "a source", keys: ReportKeys.source, into: &log),
        let id = fields.required("id", into: &log)?.located("id", into: &log),
        let url = fields.required("url", into: &log)?.url("url", into: &log)
      else { return nil }
      checkID(id, into: &log)
      if let first = seen.updateValue(id.span, forKey: id.value) {
        log.report(.duplicateKey(id.value, first: first, at: id.span))
      }
      return Source(
        id: id.value, url: url, title: fields["title"]?.string("title", into: &log) ?? url,
        accessed: fields["accessed"]?.date("accessed", into: &log))
    }
  }

  private func renamedTo(
    _ node: YAMLNode?, isRetired: Bool, into log: inout Diagnostics
  ) -> Located<String>? {
    guard let node, let name = node.located("renamedTo", into: &log) else { return nil }
    if isRetired, name.value != slug.text { return name }
    log.report(
      .invalidValue(
        "renamedTo", name.value,
        expected: "another vendor, beside 'retired: true'", at: name.span))
    return nil
  }
}

extension YAMLNode {
  /// Reads earlier addresses of a page.
  func aliases(into log: inout Diagnostics) -> [Located<String>] {
    items("aliases", into: &log).compactMap { item in
      sitePath(item, "alias", prefix: "/", into: &log).map { Located($0, at: item.span) }
    }
  }
}

/// Reads a path that stays inside the site (Y-02).
func sitePath(
  _ node: YAMLNode, _ name: String, prefix: String, into log: inout Diagnostics
) -> String? {
  guard let path = node.string(name, into: &log) else { return nil }
  let isPlain = path.utf8.allSatisfy { byte in
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
      || "-_./".utf8.contains(byte)
  }
  let parts = path.split(separator: "/")
  if path.hasPrefix(prefix), isPlain, !parts.contains(where: { $0.hasPrefix(".") }),
    !path.contains("//")
  {
    return path
  }
  log.report(
    .invalidURL(
      name, path, expected: "a path of letters, digits, '-', '_', '.' that begins with '\(prefix)'",
      at: node.span))
  return nil
}
