package import Content
package import Diagnosing
import Markup
import Reading

extension Mapping {
  /// Makes the mapping of a table whose columns are named after what they contain: `vendor` or
  /// `name`, `week`, and criteria. A criterion is named by `group.criterion`, or by an id or a
  /// label that no other criterion has.
  ///
  /// - Returns: nil when an error was reported.
  package init?(naming category: Category, _ table: Table, into log: inout Diagnostics) {
    let names = table.columns.map(\.value)
    let vendor = ["vendor", "name", "slug"].first(where: names.contains)
    if vendor == nil { log.report(.missingKey("vendor", at: table.file.start)) }
    let errors = log.errorCount
    let reserved = ["vendor", "slug", "name", "week"]
    let known = category.criterionPaths + Self.textKeys + reserved
    var places: [Target: SourceSpan] = [:]
    let columns = table.columns.filter { !reserved.contains($0.value) }.compactMap {
      column -> Column? in
      guard let target = Self.target(column.value, in: category) else {
        log.report(.danglingReference("criterion", column.value, among: known, at: column.span))
        return nil
      }
      if let first = places.updateValue(column.span, forKey: target) {
        log.report(.sameTarget(column.value, first: first, at: column.span))
      }
      return Column(name: column.value, target: target)
    }
    guard let vendor, log.errorCount == errors else { return nil }
    self.init(vendor: vendor, columns: columns)
    if names.contains("name") { name = "name" }
    if vendor != "slug", names.contains("slug") { slug = "slug" }
    if names.contains("week") { week = "week" }
  }

  private static func target(_ name: String, in category: Category) -> Target? {
    if let index = category.index(of: name) { return .criterion(index) }
    if textKeys.contains(name) { return .key(name) }
    let same = category.indices.filter {
      let criterion = category.criterion(at: $0)
      return criterion.id == name || criterion.label == name
    }
    return same.count == 1 ? same.first.map { .criterion($0) } : nil
  }
}
