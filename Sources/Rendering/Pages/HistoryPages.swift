import Comparing
import Content
import FoundationEssentials
import Planning
import Templating

/// The pages that tell of other weeks: earlier reports, changes, corrections.
extension PageContent {
  /// An earlier report, by its position among the vendor's; the page of the current one is its
  /// canonical address (S-15).
  mutating func fillArchive(
    _ index: Int, _ position: Int, _ category: Int, _ renderer: SiteRenderer
  ) {
    let entry = renderer.plan.edition.categories[category]
    let site = renderer.plan.edition.library.site
    let now = entry.vendors[position]
    let week = now.history.reports[index].week
    guard let vendor = now.asOf(week, in: entry.category, site: site) else { return }
    let words = renderer.words
    let page = Page.vendor(category: category, vendor: position)
    let values = VendorValues(
      vendor, in: entry.category, page: self.page, answers: .list([]), with: words)
    let names = [
      "name": words.distinct.archived(vendor.report), "week": week.text,
      "current": now.report.week.text,
    ]
    title = words.say(.archiveTitle, names)
    description = words.say(.archiveDescription, names)
    isIndexed = false
    current = page
    trail = [
      (entry.category.title, .category(category)), (words.say(.vendorTitle, names), page),
    ]
    let report = ReportValues(
      vendor: vendor, values: values, category: entry.category, words: words)
    let link = Record(
      SiteTypes.link,
      ["text": .text(now.report.week.text), "url": .text(renderer.plan.link(to: page))])
    globals = [
      values.vendor, report.record(), renderer.categories[category].link, .list([]),
      HistoryValues.none, CorrectionValues(words).ofVendor(now.slug, week: week), .record(link),
    ]
  }

  mutating func fillChanges(_ renderer: SiteRenderer) {
    let site = renderer.plan.edition.library.site.title
    title = renderer.words.say(.changesTitle)
    description = renderer.words.say(.changesDescription, ["site": site])
    globals = [.none, .list(weekLinks(renderer))]
  }

  mutating func fillWeek(_ index: Int, _ renderer: SiteRenderer) {
    let values = ChangeValues(week: index, words: renderer.words)
    let names = [
      "week": values.to.text, "since": values.from.text,
      "site": renderer.plan.edition.library.site.title,
    ]
    title = renderer.words.say(.weekTitle, names)
    description = renderer.words.say(.weekDescription, names)
    trail = [(renderer.words.say(.changesTitle), .changes)]
    globals = [values.record(at: index), .list(weekLinks(renderer, shown: index))]
  }

  mutating func fillCorrections(_ renderer: SiteRenderer) {
    let site = renderer.plan.edition.library.site.title
    title = renderer.words.say(.correctionsTitle)
    description = renderer.words.say(.correctionsDescription, ["site": site])
    globals = [CorrectionValues(renderer.words).log]
  }

  /// For the home page: what weighs most of what the last week changed.
  func latestChanges(_ renderer: SiteRenderer) -> TemplateValue {
    let index = renderer.plan.weeks.count - 1
    guard index > 0 else { return .none }
    let values = ChangeValues(week: index, words: renderer.words, limit: 5)
    return values.changes.isEmpty ? .none : values.record(at: index)
  }

  /// Newest first.
  private func weekLinks(_ renderer: SiteRenderer, shown: Int? = nil) -> [TemplateValue] {
    let plan = renderer.plan
    var counts: [Week: Int] = [:]
    for report in plan.edition.library.vendors.flatMap(\.reports) {
      counts[report.week, default: 0] += 1
    }
    return plan.weeks.indices.reversed().map { index in
      .record(
        Record(
          ChangeTypes.weekLink,
          [
            "name": .text(plan.weeks[index].text),
            "url": .optional(index > 0 ? plan.link(to: .week(index)) : nil),
            "reports": .number(Decimal(counts[plan.weeks[index]] ?? 0)),
            "isShown": .bool(index == shown),
          ]))
    }
  }
}
