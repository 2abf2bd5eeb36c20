package import Templating

/// The page kinds, with the names that the template of each may use.
package enum PageKind: String, CaseIterable, Sendable {
  case home, category, comparison, vendor, methodology, compare, author, page, changes, corrections
  case notFound = "not-found"

  /// The template that renders pages of this kind.
  package var template: String { rawValue + ".html" }

  package var schema: PageSchema {
    PageSchema(name: rawValue, globals: globals, site: SiteTypes.members)
  }

  private var globals: [Member] {
    switch self {
    case .home:
      [
        Member("categories", .list(.record(CategoryTypes.category)), "All categories, by slug."),
        Member(
          "latest", .optional(.record(ChangeTypes.week)),
          "What weighs most of the last week's changes; nil when there are none."),
      ]
    case .category:
      [Member("category", .record(CategoryTypes.category), "The category.")]
    case .comparison:
      [
        Member("left", .record(VendorTypes.vendor), "The vendor shown first."),
        Member("right", .record(VendorTypes.vendor), "The other one."),
        Member("comparison", .record(ComparisonTypes.comparison), "How the two compare."),
      ]
    case .vendor:
      [
        Member("vendor", .record(VendorTypes.vendor), "The vendor."),
        Member("report", .record(VendorTypes.report), "Its report in force."),
        Member("category", .record(SiteTypes.categoryLink), "Its category."),
        Member(
          "comparisons", .list(.record(VendorTypes.vendorComparison)),
          "Its comparisons, by slug; none beside an earlier report."),
        Member("history", .record(HistoryTypes.history), "Its scores over the weeks."),
        Member("corrections", .list(.record(SiteTypes.link)), "What was corrected."),
        Member(
          "current", .optional(.record(SiteTypes.link)),
          "Beside an earlier report: the one in force."),
      ]
    case .methodology:
      [
        Member("category", .record(SiteTypes.categoryLink), "The category."),
        Member("groups", .list(.record(CategoryTypes.criteriaGroup)), "What is compared."),
        Member("scales", .list(.record(CategoryTypes.scale)), "The scales that it uses."),
        Member("tiers", .list(.record(CategoryTypes.scaleValue)), "The tiers."),
        Member("segments", .optional(.record(CategoryTypes.segmentRules)), "The segments."),
        Member("winnerRule", .list(.text), "How the winner is found, in sentences."),
        Member("tieRule", .list(.text), "How leads and ties are found, in sentences."),
        Member("indexedRule", .text, "Which comparisons search engines are shown."),
      ]
    case .compare:
      [Member("categories", .list(.record(CategoryTypes.category)), "All categories, by slug.")]
    case .author:
      [
        Member("author", .record(ArticleTypes.author), "The author."),
        Member("articles", .list(.record(SiteTypes.link)), "What the author wrote, by address."),
      ]
    case .page:
      [
        Member("title", .text, "The page's title."),
        Member("content", .html, "Its text."),
        Member("corrections", .list(.record(SiteTypes.link)), "What was corrected."),
      ]
    case .changes:
      [
        Member(
          "week", .optional(.record(ChangeTypes.week)), "What changed in a week; nil for all weeks."
        ),
        Member("weeks", .list(.record(ChangeTypes.weekLink)), "All weeks, newest first."),
      ]
    case .corrections:
      [
        Member(
          "corrections", .list(.record(CorrectionTypes.correction)), "The log, newest first.")
      ]
    case .notFound: []
    }
  }
}
