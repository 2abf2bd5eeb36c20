package import Content
package import Diagnosing
import Markup

/// Makes reports from the rows of a table.
///
/// Input is a table, a mapping and the category; output is one report per row, sorted by week and
/// vendor, or diagnostics that name every row that does not fit.
package struct TableImport {
  let table: Table
  let mapping: Mapping
  let category: Category

  package init(_ table: Table, _ mapping: Mapping, _ category: Category) {
    self.table = table
    self.mapping = mapping
    self.category = category
  }

  /// Makes the reports of the table.
  ///
  /// - Parameter week: the week of all rows. If the table has a column of weeks, only rows of this
  ///   week are imported.
  /// - Returns: nil when an error was reported.
  package func reports(of week: Week?, into log: inout Diagnostics) -> [ImportedReport]? {
    let errors = log.errorCount
    warnOfUnusedColumns(into: &log)
    var names: [Slug: Located<String>] = [:]
    var places: [String: SourceSpan] = [:]
    var reports: [ImportedReport] = []
    let slugs = SlugMaker()
    for row in table.rows where isWanted(row) {
      let reader = RowReader(category: category, mapping: mapping, row: row)
      let own = mapping.week.flatMap { reader.week($0, into: &log) }
      guard let slug = reader.vendor(slugs, into: &log) else { continue }
      guard let rowWeek = mapping.week == nil ? week : own, week == nil || rowWeek == week
      else { continue }
      let name = Located(slug.span.text, at: slug.span)
      if let first = names[slug.value], first.value != name.value {
        log.report(.sharedSlug(slug.value.text, name.value, first: first.span, at: slug.span))
      }
      names[slug.value] = names[slug.value] ?? name
      let report = reader.report(rowWeek, slug.value, into: &log)
      if let first = places.updateValue(slug.span, forKey: report.path) {
        log.report(.sameVendor(slug.value.text, rowWeek.text, first: first, at: slug.span))
      }
      reports.append(report)
    }
    guard log.errorCount == errors else { return nil }
    return reports.sorted { ($0.week, $0.slug) < ($1.week, $1.slug) }
  }

  private func isWanted(_ row: Table.Row) -> Bool {
    mapping.filters.allSatisfy { filter in
      let text = row.values[filter.column]?.text ?? ""
      return filter.values.contains(text) != filter.leavesOut
    }
  }

  private func warnOfUnusedColumns(into log: inout Diagnostics) {
    let texts = [mapping.body, mapping.retirement?.body].compactMap(\.self)
    let used = Set(
      [mapping.vendor, mapping.slug, mapping.name, mapping.week, mapping.retirement?.column]
        .compactMap(\.self)
        + mapping.ignored + mapping.columns.map(\.name) + texts.flatMap(\.placeholders)
        + mapping.filters.map(\.column)
        + (mapping.report + mapping.columns.flatMap(\.cell)).flatMap { $0.value.gaps })
    for column in table.columns where !used.contains(column.value) {
      log.report(.unusedColumn(column.value, at: column.span))
    }
  }
}

extension YAMLNode {
  /// The placeholders of all texts below the node.
  fileprivate var gaps: [String] {
    switch content {
    case .scalar(let text, _): PathPattern(text)?.placeholders ?? []
    case .sequence(let items): items.flatMap(\.gaps)
    case .mapping(let pairs): pairs.flatMap { $0.value.gaps }
    }
  }
}
