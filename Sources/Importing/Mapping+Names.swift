package import Content
package import Diagnosing
import Markup
import Reading

extension Mapping {
  /// Makes the mapping of a table whose columns are named after what they contain: `vendor` or
  /// `name`, `week`, and criteria. A criterion is named by `group.criterion`, or by an id or a
  /// label that no other criterion has. Capitals make no difference.
  ///
  /// - Returns: nil when an error was reported.
  package init?(naming category: Category, _ table: Table, into log: inout Diagnostics) {
    let names = table.columns.map(\.value)
    func column(_ key: String) -> String? {
      names.first { $0 == key } ?? names.first { $0.lowercased() == key }
    }
    let errors = log.errorCount
    let vendor = column("vendor") ?? column("name") ?? column("slug")
    if vendor == nil { log.report(.missingVendorColumn(at: table.file.start)) }
    let keys = ["vendor", "slug", "name", "week"]
    let reserved = Set(keys.compactMap { column($0) })
    let known = category.criterionPaths + Self.textKeys + keys
    var places: [Target: SourceSpan] = [:]
    let columns = table.columns.filter { !reserved.contains($0.value) }.compactMap {
      column -> Column? in
      guard let target = Self.target(column.value, in: category) else {
        log.report(.unknownColumn(column.value, among: known, at: column.span))
        return nil
      }
      if let first = places.updateValue(column.span, forKey: target) {
        log.report(.sameTarget(column.value, first: first, at: column.span))
      }
      return Column(name: column.value, target: target)
    }
    guard let vendor, log.errorCount == errors else { return nil }
    self.init(vendor: vendor, columns: columns)
    if let names = column("name") { name = names }
    if let slugs = column("slug"), vendor != slugs { slug = slugs }
    week = column("week")
  }

  private static func target(_ name: String, in category: Category) -> Target? {
    let small = name.lowercased()
    if let index = category.index(of: name) ?? category.index(of: small) {
      return .criterion(index)
    }
    if textKeys.contains(small) { return .key(small) }
    let same = category.indices.filter {
      let criterion = category.criterion(at: $0)
      return criterion.id == small || criterion.label.lowercased() == small
    }
    return same.count == 1 ? same.first.map { .criterion($0) } : nil
  }
}
