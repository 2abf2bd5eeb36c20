package import Comparing
import Planning
package import Presenting
import System
package import Templating

/// The pair renderers of all categories, each made when a page first needs it.
package final class Pairings: Sendable {
  let model: SiteModel
  private let texts: PairTexts
  private let comparison: LazyTemplate
  private let vendor: LazyTemplate
  private let all: LazyTemplate
  /// The renderers for many pairs, by category.
  private let many: LazyArray<PairRenderer>
  private let few: LazyArray<PairRenderer>
  private let lists: LazyArray<PartnerLists>
  private let completeLists: LazyArray<PartnerLists>

  /// - Parameters:
  ///   - comparison: the template of comparison pages.
  ///   - vendor: the template of vendor pages, which list comparisons.
  ///   - all: the template of pages that list all comparisons of a vendor.
  package init(
    _ model: SiteModel, texts: PairTexts, comparison: LazyTemplate, vendor: LazyTemplate,
    all: LazyTemplate
  ) {
    self.model = model
    self.texts = texts
    self.comparison = comparison
    self.vendor = vendor
    self.all = all
    let count = model.plan.edition.categories.count
    many = LazyArray(count: count)
    few = LazyArray(count: count)
    lists = LazyArray(count: count)
    completeLists = LazyArray(count: count)
  }

  /// Returns a renderer for most pages of a category. The first call makes the category's table of
  /// outcomes.
  package func renderer(ofCategory category: CategoryPosition, jobs: Int = 1) -> PairRenderer {
    many.value(category.index) { occasionalRenderer(ofCategory: category).forMany(jobs: jobs) }
  }

  /// Returns a renderer for single pages, which is ready at once.
  package func occasionalRenderer(ofCategory category: CategoryPosition) -> PairRenderer {
    few.value(category.index) {
      PairRenderer(model, category: category, template: comparison.template, texts: texts)
    }
  }

  /// Returns the renderer of the comparisons that vendor pages of a category list.
  package func partnerLists(ofCategory category: CategoryPosition) -> PartnerLists {
    lists.value(category.index) {
      PartnerLists(
        model, category: category, template: vendor.template, schema: VendorPage.schema,
        pairs: renderer(ofCategory: category))
    }
  }

  /// Returns the renderer of the comparisons that pages with all of a vendor's comparisons list.
  package func completeLists(ofCategory category: CategoryPosition) -> PartnerLists {
    completeLists.value(category.index) {
      PartnerLists(
        model, category: category, template: all.template, schema: ComparisonsPage.schema,
        pairs: renderer(ofCategory: category))
    }
  }

  /// Makes what pages share of each vendor, in parallel.
  ///
  /// - Parameter summarizing: finds the result of every pair, too.
  package func prepare(jobs: Int, summarizing: Bool) {
    for category in model.plan.edition.categoryPositions {
      let pairs = renderer(ofCategory: category, jobs: jobs)
      if summarizing { pairs.prepare(jobs: jobs) }
      partnerLists(ofCategory: category).prepare(jobs: jobs)
      let vendors = model.plan.edition.vendorPositions(of: category)
      if vendors.contains(where: { model.plan.hasComparisonsPage($0) }) {
        completeLists(ofCategory: category).prepare(jobs: jobs)
      }
    }
  }
}
