import Comparing
import Content
import Planning

/// Vendors as data: the contract of `list vendors|stale|drafts|retired --format json`.
struct VendorList: Encodable {
  struct Entry: Encodable {
    let slug: String
    let name: String
    let category: String
    let reportWeek: String
    let state: State
  }
  enum State: String, Encodable { case current, stale, draft, retired }

  let week: String
  let vendors: [Entry]

  static func vendors(_ plan: SitePlan, _ invocation: Invocation) {
    print(inForce(plan.edition), plan.edition.week, invocation)
  }

  static func stale(_ plan: SitePlan, _ invocation: Invocation) {
    if plan.edition.library.site.staleAfterWeeks == nil, !invocation.isQuiet {
      Terminal.note("content/site.yaml has no 'staleAfterWeeks', so no report becomes stale.\n")
    }
    print(
      inForce(plan.edition).filter { $0.state == .stale }, plan.edition.week, invocation)
  }

  /// A vendor may have several drafts; each of them waits.
  static func drafts(_ plan: SitePlan, _ invocation: Invocation) {
    let edition = plan.edition
    let entries = edition.library.vendors.flatMap { $0.reports(until: edition.week) }
      .filter(\.isDraft).sorted { ($0.week, $0.slug) < ($1.week, $1.slug) }
      .map { Entry($0, .draft) }
    print(entries, edition.week, invocation)
  }

  static func retired(_ plan: SitePlan, _ invocation: Invocation) {
    print(plan.retired.map { Entry($0.notice, .retired) }, plan.edition.week, invocation)
  }

  private static func inForce(_ edition: Edition) -> [Entry] {
    edition.categories.flatMap(\.vendors).map { vendor in
      Entry(
        vendor.report, vendor.report.isDraft ? .draft : vendor.isStale ? .stale : .current)
    }
  }

  private static func print(_ entries: [Entry], _ week: Week, _ invocation: Invocation) {
    ListCommand.print(
      VendorList(week: week.text, vendors: entries),
      rows: entries.map { [$0.slug, $0.name, $0.category, $0.reportWeek, $0.state.rawValue] },
      noun: "vendor", week: week, invocation)
  }
}

extension VendorList.Entry {
  fileprivate init(_ report: Report, _ state: VendorList.State) {
    self.init(
      slug: report.slug.text, name: report.name, category: report.category.text,
      reportWeek: report.week.text, state: state)
  }
}
