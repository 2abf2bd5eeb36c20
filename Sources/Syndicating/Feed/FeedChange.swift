import Comparing
import Content
import Markup
import Planning
import Presenting

/// The source of a feed entry: the changes that one report made.
struct FeedChange {
  let change: ReportChange
  let category: Category
  let context: PageContext

  private var report: Report { change.to }

  /// Reports whether this change comes first in an order from oldest to newest: by date, then by
  /// week, then by slug backwards, so that the order is total.
  func precedes(_ other: FeedChange) -> Bool {
    let (a, b) = (report, other.report)
    if a.updated != b.updated { return a.updated < b.updated }
    return a.week == b.week ? b.slug < a.slug : a.week < b.week
  }

  var entry: Feed.Entry {
    let site = context.plan.base.origin + context.plan.base.path
    let paths = context.plan.edition.library.site.paths
    let address = site + paths.vendor.path(["vendor": report.slug.text]).dropFirst()
    let page = context.plan.page(ofVendor: report.slug) ?? successor.map { .vendor($0) }
    let names = [
      "name": context.name(of: report), "week": report.week.text, "category": category.title,
    ]
    return Feed.Entry(
      id: address + "#" + report.week.text,
      url: context.plan.canonical(of: page ?? .changes), title: context.say(title, names),
      content: content(names), updated: report.updated)
  }

  private var title: EnginePhrase {
    switch change.kind {
    case .added: .feedAdded
    case .changed: .feedChanged
    case .retired: successor == nil ? .feedRetired : .feedChanged
    }
  }

  /// The vendor that goes on in place of one that retired.
  private var successor: VendorPosition? {
    guard change.kind == .retired, report.renamedTo != nil,
      case .vendor(let position)? = context.plan.standing(ofVendor: report.slug)
    else { return nil }
    return position
  }

  private func content(_ names: [String: String]) -> String {
    switch change.kind {
    case .added:
      return "<p>\(escapedText(report.summary ?? context.say(.feedAddedText, names)))</p>"
    case .retired where successor != nil:
      let name = successor.map { context.name(of: context.plan.edition[$0]) } ?? ""
      let line = context.say(
        .feedLine, ["what": context.say(.feedName), "from": report.name, "to": name])
      return "<ul><li>\(escapedText(line))</li></ul>"
    case .retired: return "<p>\(escapedText(context.say(.feedRetiredText, names)))</p>"
    case .changed:
      let lines = lines.map { "<li>\(escapedText($0))</li>" }
      return "<ul>\(lines.joined())</ul>"
    }
  }

  /// The lines of the entry, such as "Trust Score: 50/100 → 57/100".
  private var lines: [String] {
    var lines: [String] = []
    func add(_ what: String, _ from: String, _ to: String) {
      lines.append(context.say(.feedLine, ["what": what, "from": from, "to": to]))
    }
    let tier = { (report: Report?) in
      report?.tier.map { category.tiers[$0].label } ?? context.say(.changeNoTier)
    }
    if change.isRenamed { add(context.say(.feedName), change.from?.name ?? "", report.name) }
    if change.isTierChanged { add(context.say(.feedTier), tier(change.from), tier(report)) }
    for index in change.criteria {
      let criterion = category.criterion(at: index)
      let (from, to) = (change.from?.cell(at: index), report.cell(at: index))
      let digits = criterion.digits(telling: from, from: to)
      let shown = { (report: Report?) -> String in
        let cell = report.map {
          ShownCell($0.cell(at: index), for: criterion, of: $0, context, digits: digits)
        }
        return cell?.text ?? context.say(.feedNoData)
      }
      add(criterion.label, shown(change.from), shown(report))
    }
    return lines
  }
}
