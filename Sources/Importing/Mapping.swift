import Content
import Diagnosing
import Markup

/// How the rows of a table become reports.
package struct Mapping: Sendable {
  /// The part of a report that a column provides.
  enum Target: Sendable, Hashable {
    case criterion(CriterionIndex)
    /// A part of a criterion's cell, such as `evidence`.
    case part(CriterionIndex, String)
    /// A report key whose value is one text: `website`, `summary`, …
    case key(String)

    /// The criterion that is filled.
    var criterion: CriterionIndex? {
      switch self {
      case .criterion(let index), .part(let index, _): index
      case .key: nil
      }
    }
  }

  struct Column: Sendable {
    let name: String
    let target: Target
    var form = ValueForm()
    /// Words of the table, with the values that replace them.
    var values: [String: String] = [:]
    /// Words that stand for a missing value in this column.
    var missing: Set<String> = []
    /// The note in the cell of a missing value.
    var note: String?
    /// The separator between the items of one value.
    var split: String?
    /// What each cell says beside the value of the column, in the order written.
    var cell: [(key: Located<String>, value: YAMLNode)] = []
  }

  /// The rows that are imported, by what stands in a column.
  struct RowFilter: Sendable {
    let column: String
    let values: Set<String>
    /// Whether rows with these values are those that are left out.
    let leavesOut: Bool
  }

  /// The rows that retire their vendor.
  struct Retirement: Sendable {
    let column: String
    let value: String
    let body: PathPattern?
  }

  /// The column with the vendor's name, from which the slug is made.
  let vendor: String
  let columns: [Column]
  /// The column of slugs, for vendors whose names yield none.
  var slug: String?
  /// The column of the name that readers see.
  var name: String
  /// The column of weeks, if there is one.
  package var week: String?
  /// Words that stand for a missing value in every column.
  var missing: Set<String> = []
  /// Columns that are not imported on purpose.
  var ignored: [String] = []
  var filters: [RowFilter] = []
  var retirement: Retirement?
  /// The keys that every report gets, in the order written. Texts may have placeholders for
  /// columns.
  var report: [(key: Located<String>, value: YAMLNode)] = []
  var body: PathPattern?

  init(vendor: String, columns: [Column]) {
    self.vendor = vendor
    self.columns = columns
    name = vendor
  }

  /// The report keys that a column may provide.
  static let textKeys = ["title", "updated", "website", "summary", "tagline", "tier"]
}
