package import Comparing
import Content
package import Planning
package import Templating

/// How a category's vendors are compared, derived from the rubric (T-11).
package struct MethodologyPage: SinglePage {
  package static let kind = PageKind.methodology
  package static let members = [
    Member("category", .record(SiteTypes.categoryLink), "The category."),
    Member("groups", .list(.record(CategoryTypes.criteriaGroup)), "What is compared."),
    Member("scales", .list(.record(CategoryTypes.scale)), "The scales that it uses."),
    Member("tiers", .list(.record(CategoryTypes.scaleValue)), "The tiers."),
    Member("segments", .optional(.record(CategoryTypes.segmentRules)), "The segments."),
    Member("frameworks", .list(.record(CategoryTypes.frameworkRules)), "The frameworks."),
    Member("winnerRule", .list(.text), "How the winner is found, in sentences."),
    Member("tieRule", .list(.text), "How leads and ties are found, in sentences."),
    Member("indexedRule", .text, "Which comparisons search engines may index."),
  ]

  let model: SiteModel
  let position: CategoryPosition

  package init(_ model: SiteModel, _ position: CategoryPosition) {
    (self.model, self.position) = (model, position)
  }

  private var category: Content.Category { context.plan.edition[position].category }
  private var name: String { context.distinct.title(category.title, category.slug.text) }

  package var context: PageContext { model.context }
  package var page: Page { .methodology(position) }
  package var title: String { context.say(.methodologyTitle, ["category": name]) }
  package var description: String { context.say(.methodologyDescription, ["category": name]) }
  package var trail: [(text: String, page: Page)] { [(category.title, .category(position))] }

  package var values: [String: TemplateValue] {
    let rules = MethodologyValues(position: position, context: context)
    return [
      "category": model.category(position).link, "groups": rules.groups, "scales": rules.scales,
      "tiers": rules.tiers, "segments": rules.segments, "frameworks": rules.frameworks,
      "winnerRule": rules.winnerRule,
      "tieRule": rules.tieRule, "indexedRule": .text(rules.indexedRule),
    ]
  }
}
