import Comparing
import Content
import Diagnosing
import Markup
import Planning
import Presenting
import System

/// A vendor as data, `/api/v1/vendors/<vendor>.json`: the report's value for each criterion, and
/// everything that the page which shows vendors side by side needs to determine the leaders.
struct VendorData {
  struct Group {
    let id: String
    let title: String
    let rowHeader: String
    let rows: [Row]
  }

  struct Row {
    let criterion: String
    let label: String
    let kind: String
    /// The direction that leads; left out if the row marks no leader.
    let better: String?
    /// The largest difference that is still a tie.
    let within: String?
    /// The value as the report writes it; left out if there is none.
    let value: String?
    /// The value as pages show it, without markup.
    let shown: String?
    /// The value with all of its digits; left out if `shown` has them.
    let exact: String?
    let items: [String]?
    let rank: Rank?
    let scope: String?
    let note: String?
    let confidence: String?
    let asOf: String?
    let evidence: [Evidence]?
  }

  /// The ranks of a value: numbers with equal units can be compared, and a rank without a unit can
  /// be compared with any other.
  struct Rank {
    var number: String?
    var unit: String?
    var version: [Int]?
  }

  struct Evidence {
    let url: String
    let title: String?
    let accessed: String?
  }

  let slug: String
  let name: String
  let title: String
  let category: String
  let url: String
  let week: String
  let updated: String
  /// Whether the page says that the report is old (T-12).
  let isStale: Bool
  let relationship: String?
  let groups: [Group]

  init(_ vendor: Vendor, in category: Category, page: Page, context: PageContext) {
    let report = vendor.report
    slug = vendor.slug.text
    name = context.name(of: vendor)
    title = report.title ?? name
    self.category = category.slug.text
    url = context.plan.link(to: page)
    week = report.week.text
    updated = report.updated.text
    isStale = vendor.isStale
    relationship = report.disclosure?.relationship?.value
    groups = category.groups.enumerated().map { index, group in
      Group(
        id: group.id, title: group.title, rowHeader: group.rowHeader,
        rows: group.criteria.enumerated().map { position, criterion in
          let place = CriterionIndex(group: index, criterion: position)
          return Row(
            criterion, vendor.cell(at: place), rank: vendor.rank(at: place), of: report, context)
        })
    }
  }

}

// MARK: As JSON, keys in order

extension VendorData {
  var json: [UInt8] {
    JSONWriter.file {
      $0.member("category", category)
      $0.member("groups", groups) { $1.write(into: &$0) }
      $0.member("isStale", isStale)
      $0.member("name", name)
      $0.member("relationship", relationship)
      $0.member("slug", slug)
      $0.member("title", title)
      $0.member("updated", updated)
      $0.member("url", url)
      $0.member("week", week)
    }
  }
}

extension VendorData.Group {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("id", id)
      $0.member("rowHeader", rowHeader)
      $0.member("rows", rows) { $1.write(into: &$0) }
      $0.member("title", title)
    }
  }
}

extension VendorData.Row {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("asOf", asOf)
      $0.member("better", better)
      $0.member("confidence", confidence)
      $0.member("criterion", criterion)
      $0.member("evidence", evidence) { $1.write(into: &$0) }
      $0.member("exact", exact)
      $0.member("items", items) { $0.text($1) }
      $0.member("kind", kind)
      $0.member("label", label)
      $0.member("note", note)
      if let rank {
        $0.name("rank")
        rank.write(into: &$0)
      }
      $0.member("scope", scope)
      $0.member("shown", shown)
      $0.member("value", value)
      $0.member("within", within)
    }
  }
}

extension VendorData.Rank {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("number", number)
      $0.member("unit", unit)
      $0.member("version", version) { $0.number($1) }
    }
  }
}

extension VendorData.Evidence {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("accessed", accessed)
      $0.member("title", title)
      $0.member("url", url)
    }
  }
}

// MARK: From a report

extension VendorData.Row {
  fileprivate init(
    _ criterion: Criterion, _ written: Cell?, rank: Comparing.Rank?, of report: Report,
    _ context: PageContext
  ) {
    self.criterion = criterion.id
    label = criterion.label
    kind = criterion.kind.rawValue
    better = criterion.isRanked ? criterion.better.rawValue : nil
    within = criterion.isRanked ? criterion.within.text : nil
    let cell = ShownCell(written, for: criterion, of: report, context)
    value = written?.value == nil ? nil : written?.text
    shown = cell.text
    let full = written?.value.flatMap { context.style.exact($0, for: criterion) }
    exact = full == cell.text ? nil : full
    items = cell.items.map { $0.map(visibleText(ofHTML:)) }
    self.rank = rank.map { VendorData.Rank($0) }
    scope = cell.scope
    note = cell.note.map(visibleText(ofHTML:))
    confidence = cell.confidence?.rawValue
    asOf = cell.asOf?.text
    let sources = cell.evidence.map {
      VendorData.Evidence(url: $0.url, title: $0.title, accessed: $0.accessed?.text)
    }
    evidence = sources.isEmpty ? nil : sources
  }
}

extension VendorData.Rank {
  fileprivate init(_ rank: Comparing.Rank) {
    switch rank {
    case .number(let number, let unit):
      self.number = number.text
      self.unit = unit
    case .free: number = "0"
    case .version(let parts): version = parts
    }
  }
}
