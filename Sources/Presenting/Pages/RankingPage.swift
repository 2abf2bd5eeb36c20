package import Comparing
package import Content
package import Planning
package import Templating

/// A category's vendors by one ranked criterion.
package struct RankingPage: SinglePage {
  package static let kind = PageKind.ranking
  package static let members = [
    Member("category", .record(SiteTypes.categoryLink), "The category."),
    Member("criterion", .record(CategoryTypes.criterion), "The criterion."),
    Member("title", .text, "The heading."),
    Member("summary", .text, "A sentence on who is best."),
    Member("ranking", .list(.record(CategoryTypes.place)), "All vendors, best first."),
    Member(
      "others", .list(.record(CategoryTypes.column)),
      "The category's other ranked criteria; of more than \(maxOthers), those around this one."),
  ]

  let model: SiteModel
  let position: CategoryPosition
  let index: CriterionIndex

  package init(_ model: SiteModel, _ position: CategoryPosition, _ index: CriterionIndex) {
    (self.model, self.position, self.index) = (model, position, index)
  }

  private var category: Content.Category { context.plan.edition[position].category }
  private var vendorCount: Int { context.plan.edition[position].vendors.count }
  private var shown: CategoryValues { model.category(position) }

  /// The criterion's label, told apart from others.
  private var label: String { shown.label(at: index) }

  private var names: [String: String] {
    [
      "category": context.distinct.title(category.title, category.slug.text), "criterion": label,
      "count": "\(vendorCount)",
    ]
  }

  package var context: PageContext { model.context }
  package var page: Page { .ranking(position, index) }
  package var title: String { context.say(.rankingTitle, names) }
  package var description: String {
    "\(context.say(.rankingDescription, names)) \(shown.summary(by: index))"
  }
  package var trail: [(text: String, page: Page)] { [(category.title, .category(position))] }

  /// The most links to other rankings, so that a site grows with its criteria.
  private static let maxOthers = 40

  /// The other criteria with a page of their own; of many, those before and after this one.
  private var neighbors: [CriterionIndex] {
    let rankings = shown.rankings
    let place = rankings.firstIndex(of: index) ?? 0
    let first = max(0, min(place - Self.maxOthers / 2, rankings.count - Self.maxOthers - 1))
    return rankings.dropFirst(first).prefix(Self.maxOthers + 1).filter { $0 != index }
  }

  package var values: [String: TemplateValue] {
    return [
      "category": shown.link,
      "criterion": MethodologyValues(position: position, context: context).criterion(at: index),
      "title": .text(title),
      "summary": .text(shown.summary(by: index)),
      "ranking": .list(shown.places(by: index)),
      "others": .list(neighbors.map(shown.column)),
    ]
  }
}
