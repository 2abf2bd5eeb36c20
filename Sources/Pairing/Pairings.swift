package import Comparing
import Planning
package import Presenting
import System
package import Templating

/// What renders the pairs of each category, made when a page first asks for it.
package final class Pairings: Sendable {
  let model: SiteModel
  private let texts: PairTexts
  private let comparison: LazyTemplate
  private let vendor: LazyTemplate
  /// By category.
  private let many: LazyArray<PairRenderer>
  private let few: LazyArray<PairRenderer>
  private let lists: LazyArray<PartnerLists>

  /// - Parameters:
  ///   - comparison: the template of comparison pages.
  ///   - vendor: the template of vendor pages, which list comparisons.
  package init(
    _ model: SiteModel, texts: PairTexts, comparison: LazyTemplate, vendor: LazyTemplate
  ) {
    self.model = model
    self.texts = texts
    self.comparison = comparison
    self.vendor = vendor
    let count = model.plan.edition.categories.count
    many = LazyArray(count: count)
    few = LazyArray(count: count)
    lists = LazyArray(count: count)
  }

  /// Renders most pages of a category: vendors are first put into a table of outcomes.
  package func renderer(ofCategory category: CategoryPosition, jobs: Int = 1) -> PairRenderer {
    many.value(category.index) { occasionalRenderer(ofCategory: category).forMany(jobs: jobs) }
  }

  /// Renders a page now and then, and is ready at once.
  package func occasionalRenderer(ofCategory category: CategoryPosition) -> PairRenderer {
    few.value(category.index) {
      PairRenderer(model, category: category, template: comparison.template, texts: texts)
    }
  }

  /// What renders the comparisons that the pages of a category's vendors list.
  package func partnerLists(ofCategory category: CategoryPosition) -> PartnerLists {
    lists.value(category.index) {
      PartnerLists(
        model, category: category, template: vendor.template,
        pairs: renderer(ofCategory: category))
    }
  }

  /// Makes what pages share of each vendor, in parallel.
  package func prepare(jobs: Int) {
    for category in model.plan.edition.categoryPositions {
      renderer(ofCategory: category, jobs: jobs).prepare(jobs: jobs)
      partnerLists(ofCategory: category).prepare(jobs: jobs)
    }
  }
}
