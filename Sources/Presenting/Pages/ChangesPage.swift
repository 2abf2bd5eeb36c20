import Comparing
import Content
import FoundationEssentials
package import Planning
package import Templating

/// The changes of one week, and the list of all weeks.
package struct ChangesPage: SinglePage {
  package static let kind = PageKind.changes
  package static let members = [
    Member(
      "week", .optional(.record(ChangeTypes.week)), "What changed in a week; nil for all weeks."),
    Member(
      "newest", .optional(.record(ChangeTypes.week)),
      "On the page of all weeks what changed in the newest; nil if it is the first."),
    Member(
      "weeks", .list(.record(ChangeTypes.weekLink)),
      "All weeks, newest first; on the page of one week, those of a year around it."),
  ]

  package let context: PageContext
  /// The position of the week in the plan; nil for the list of all weeks.
  let week: Int?

  package init(_ context: PageContext, week: Int? = nil) {
    (self.context, self.week) = (context, week)
  }

  private var plan: SitePlan { context.plan }

  /// The week on the page and the week before, as values for phrases.
  private var names: [String: String] {
    var names = ["site": plan.edition.library.site.title]
    if let week {
      names["week"] = plan.weeks[week].text
      names["since"] = plan.weeks[week - 1].text
    }
    return names
  }

  package var page: Page { week.map { .week($0) } ?? .changes }
  package var title: String { context.say(week == nil ? .changesTitle : .weekTitle, names) }
  package var description: String {
    context.say(week == nil ? .changesDescription : .weekDescription, names)
  }
  package var trail: [(text: String, page: Page)] {
    week == nil ? [] : [(context.say(.changesTitle), .changes)]
  }

  package var values: [String: TemplateValue] {
    [
      "week": record(of: week), "newest": record(of: newest),
      "weeks": .list(weeks),
    ]
  }

  private var newest: Int? { week == nil ? plan.weeks.indices.dropFirst().last : nil }

  private func record(of week: Int?) -> TemplateValue {
    week.map { ChangeValues(week: $0, context: context).record(at: $0) } ?? .none
  }

  /// The most weeks that the page of one week lists, so that a site grows with its weeks.
  private static let maxWeeks = 53

  /// The positions of the weeks that the page lists.
  private var listed: Range<Int> {
    let weeks = plan.weeks.indices
    guard let week else { return weeks }
    let first = max(0, min(week - Self.maxWeeks / 2, weeks.count - Self.maxWeeks))
    return first..<min(first + Self.maxWeeks, weeks.count)
  }

  /// The weeks, newest first.
  private var weeks: [TemplateValue] {
    var counts: [Week: Int] = [:]
    for report in plan.edition.library.vendors.flatMap(\.reports) {
      counts[report.week, default: 0] += 1
    }
    return listed.reversed().map { index in
      .record(
        Record(
          ChangeTypes.weekLink,
          [
            "name": .text(plan.weeks[index].text),
            "date": .text(plan.weeks[index].monday.text),
            "dateShown": .text(context.style.shown(plan.weeks[index].monday)),
            "url": .optional(index > 0 ? plan.link(to: .week(index)) : nil),
            "reports": .number(Decimal(counts[plan.weeks[index]] ?? 0)),
            "isShown": .bool(index == week),
          ]))
    }
  }
}
