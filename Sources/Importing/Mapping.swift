import Content
import Diagnosing
import Markup

/// How the rows of a table become reports.
package struct Mapping: Sendable {
  /// What a column gives its report.
  enum Target: Sendable, Hashable {
    case criterion(CriterionIndex)
    /// A key of every report whose value is one text: `website`, `summary`, …
    case key(String)
  }

  struct Column: Sendable {
    let name: String
    let target: Target
    var form = ValueForm()
    /// Words of the table, and what they are here.
    var values: [String: String] = [:]
    /// Words of this column that mean that there is no value.
    var missing: [String] = []
    /// Said in the cell of a missing value.
    var note: String?
    /// What stands between the items of one value.
    var split: String?
  }

  /// Rows that end their vendor.
  struct Retirement: Sendable {
    let column: String
    let value: String
    let body: PathPattern?
  }

  /// The column that names the vendor; its slug is made of it.
  let vendor: String
  let columns: [Column]
  /// The column of slugs, for vendors whose names make none.
  var slug: String?
  /// The column of the name that readers see.
  var name: String
  /// The column of weeks, if there is one.
  package var week: String?
  /// Words that mean in every column that there is no value.
  var missing: [String] = []
  /// Columns that are known to give nothing.
  var ignored: [String] = []
  var retirement: Retirement?
  /// Keys that every report gets, in the order written; texts may have gaps for columns.
  var report: [(key: Located<String>, value: YAMLNode)] = []
  var body: PathPattern?

  init(vendor: String, columns: [Column]) {
    self.vendor = vendor
    self.columns = columns
    name = vendor
  }

  /// Keys of a report that a column may give.
  static let textKeys = ["title", "updated", "website", "summary", "tagline", "tier"]
}
