import Comparing
import Content
import Markup
import Planning

/// One entry of a feed: what a report changed.
struct FeedChange {
  let change: ReportChange
  let category: Category
  let words: Wording

  private var report: Report { change.to }

  /// Oldest first; of one day by week, then by slug, so that no two are alike.
  func precedes(_ other: FeedChange) -> Bool {
    let (a, b) = (report, other.report)
    if a.updated != b.updated { return a.updated < b.updated }
    return a.week == b.week ? b.slug < a.slug : a.week < b.week
  }

  var entry: Feed.Entry {
    let site = words.plan.base.origin + words.plan.base.path
    let paths = words.plan.edition.library.site.paths
    let address = site + paths.vendor.path(["vendor": report.slug.text]).dropFirst()
    let page = words.plan.page(ofVendor: report.slug)
    let names = ["name": report.name, "week": report.week.text, "category": category.title]
    return Feed.Entry(
      id: address + "#" + report.week.text,
      url: page == nil ? words.plan.canonical(of: .changes) : address,
      title: words.say(title, names), content: content(names), updated: report.updated)
  }

  private var title: Phrase {
    switch change.kind {
    case .added: .feedAdded
    case .changed: .feedChanged
    case .retired: .feedRetired
    }
  }

  private func content(_ names: [String: String]) -> String {
    switch change.kind {
    case .added: return "<p>\(escapedText(report.summary ?? words.say(.feedAddedText, names)))</p>"
    case .retired: return "<p>\(escapedText(words.say(.feedRetiredText, names)))</p>"
    case .changed:
      let lines = lines.map { "<li>\(escapedText($0))</li>" }
      return "<ul>\(lines.joined())</ul>"
    }
  }

  /// "Trust Score: 50/100 → 57/100"
  private var lines: [String] {
    var lines: [String] = []
    func add(_ what: String, _ from: String, _ to: String) {
      lines.append(words.say(.feedLine, ["what": what, "from": from, "to": to]))
    }
    let tier = { (report: Report?) in
      report?.tier.map { category.tiers[$0].label } ?? words.say(.changeNoTier)
    }
    if change.isRenamed { add(words.say(.feedName), change.from?.name ?? "", report.name) }
    if change.isTierChanged { add(words.say(.feedTier), tier(change.from), tier(report)) }
    for index in change.criteria {
      let criterion = category.criterion(at: index)
      let shown = { (report: Report?) in
        report?.cell(at: index)?.value.map { words.style.shown($0, for: criterion) }
          ?? words.say(.feedNoData)
      }
      add(criterion.label, shown(change.from), shown(report))
    }
    return lines
  }
}
