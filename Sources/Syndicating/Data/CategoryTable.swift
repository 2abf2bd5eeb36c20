import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Markup
import Planning
import Presenting
import System

/// The values of a category as data: the contents of `/data/<category>.csv` and `.json`.
///
/// Values are machine-readable, whatever the language of the site: numbers in plain digits,
/// durations in seconds, ids instead of labels.
struct CategoryTable {
  /// A criterion, with the names of the columns for its values.
  struct Column {
    let id: String
    let criterion: Criterion
    /// The additional columns, which are named `id.name`.
    var details: [String] {
      switch criterion.kind {
      case .money: ["currency", "per"]
      case .rating: ["max", "count"]
      default: []
      }
    }
  }

  struct Row {
    let vendor: Vendor
    let title: String
    let url: String
    let tier: String?
    let relationship: String?
    /// The values, one per column; nil where a value is missing.
    let values: [DataValue?]
  }

  let context: PageContext
  let position: CategoryPosition
  let category: Category
  let columns: [Column]
  let rows: [Row]

  init(_ position: CategoryPosition, _ context: PageContext) {
    let (plan, entry) = (context.plan, context.plan.edition[position])
    let category = entry.category
    self.context = context
    self.position = position
    self.category = category
    let criteria = category.criteria
    columns = zip(category.criterionPaths, criteria).map {
      Column(id: $0, criterion: category.criterion(at: $1))
    }
    rows = plan.edition.vendorPositions(of: position).map { place in
      let vendor = plan.edition[place]
      let report = vendor.report
      return Row(
        vendor: vendor, title: report.title ?? report.name,
        url: plan.canonical(of: .vendor(place)), tier: report.tier.map { category.tiers[$0].id },
        relationship: report.disclosure?.relationship?.value,
        values: criteria.map {
          DataValue(vendor.cell(at: $0), for: category.criterion(at: $0), of: report, context)
        })
    }
  }
}

/// A machine-readable value.
struct DataValue {
  enum Content {
    case number(Decimal)
    case text(String)
    case items([String])
  }

  let content: Content
  /// The details, by the names of the column's details; a missing detail has no entry.
  var details: [String: Content] = [:]
  /// The value as pages show it.
  let shown: String

  /// Creates a value; nil if it is missing.
  init?(_ cell: Cell?, for criterion: Criterion, of report: Report, _ context: PageContext) {
    let shown = ShownCell(cell, for: criterion, of: report, context)
    guard let value = cell?.value, let text = shown.text else { return nil }
    self.shown = text
    switch value {
    case .number(let number): content = .number(number)
    // A fraction may have infinitely many digits, so it is rounded.
    case .percent(let number, _, _):
      content = .number(Decimal(string: number.rounded(digits: 6)) ?? number)
    case .money(.free): content = .text("free")
    case .money(.contact): content = .text("contact")
    case .money(.amount(let amount, let currency, let per)):
      content = .number(amount)
      details["currency"] = (currency ?? criterion.currency).map { .text($0) }
      details["per"] = per.map { .text($0) }
    case .duration(let seconds): content = .number(seconds)
    case .date(let date): content = .text(date.text)
    case .dateWord(let word, _): content = .text(word)
    case .version(let version): content = .text(version)
    case .level(let position): content = .text(criterion.scale?.value(at: position)?.id ?? text)
    case .set(let ids): content = .items(ids)
    case .list: content = .items((shown.items ?? []).map(visibleText(ofHTML:)))
    case .text: content = .text(text)
    case .rating(let number, let max, let count):
      content = .number(number)
      details["max"] = .number(max)
      details["count"] = .number(Decimal(count))
    }
  }
}
