import Comparing
import Content
import Planning

/// Missing values as data: the contract of `list gaps --format json`. A value such as `unknown`
/// says something, so it is no gap.
struct GapList: Encodable {
  struct Gap: Encodable {
    let vendor: String
    let category: String
    /// The path `group.criterion`.
    let criterion: String
  }

  let week: String
  let gaps: [Gap]

  static func print(_ plan: SitePlan, _ invocation: Invocation) {
    let edition = plan.edition
    let gaps = edition.categories.flatMap { entry in
      entry.vendors.flatMap { vendor in
        entry.category.criteria.filter { vendor.cell(at: $0)?.value == nil }.map {
          Gap(
            vendor: vendor.slug.text, category: entry.category.slug.text,
            criterion: entry.category.criterionPath(of: $0))
        }
      }
    }
    ListCommand.print(
      GapList(week: edition.week.text, gaps: gaps),
      rows: gaps.map { [$0.vendor, $0.category, $0.criterion] },
      noun: "gap", week: edition.week, invocation)
  }
}
