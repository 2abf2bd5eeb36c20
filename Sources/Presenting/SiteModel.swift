package import Comparing
import Content
import Diagnosing
package import Hashing
package import Planning
import System
package import Templating

/// The values that a site's pages share, each made when a page first needs it.
///
/// Input: a plan and the texts of a theme. Output: the values of vendors, categories and the site.
/// The values depend on nothing else, so they can be made in any order, on any thread.
package final class SiteModel: Sendable {
  package let context: PageContext
  private let themeFingerprint: Fingerprint
  /// The values of vendors, by category and vendor.
  private let vendors: [LazyArray<VendorValues>]
  /// The shared values of categories, by category.
  private let categoryParts: [CategoryParts]
  private let madePrompts = Lazy<PromptValues>()
  private let madeSite = Lazy<TemplateValue>()
  private let madeFingerprint = Lazy<Fingerprint>()

  /// - Parameters:
  ///   - themeFingerprint: the fingerprint of the theme's files.
  ///   - previous: a model whose vendors are reused if they would be equal.
  package init(
    _ context: PageContext, themeFingerprint: Fingerprint, reusing previous: SiteModel? = nil
  ) {
    self.context = context
    self.themeFingerprint = themeFingerprint
    let entries = context.plan.edition.categories
    vendors =
      previous?.vendors(for: context) ?? entries.map { LazyArray(count: $0.vendors.count) }
    categoryParts = entries.map { CategoryParts(vendorCount: $0.vendors.count) }
  }

  package var plan: SitePlan { context.plan }

  package func vendor(_ position: VendorPosition) -> VendorValues {
    vendors[position.category.index].value(position.index) {
      let vendor = plan.edition[position]
      return VendorValues(
        vendor, in: plan.edition[position.category].category, page: .vendor(position),
        answers: prompts.answers(of: vendor.slug), with: context)
    }
  }

  package func category(_ position: CategoryPosition) -> CategoryValues {
    CategoryValues(position: position, model: self, parts: categoryParts[position.index])
  }

  package var categories: [CategoryValues] { plan.edition.categoryPositions.map(category) }

  package var prompts: PromptValues {
    madePrompts.value { PromptValues(plan.edition.library.prompts, context: context) }
  }

  /// The `site` record.
  package var site: TemplateValue { madeSite.value { SiteValues(model: self).record() } }

  /// Makes the values of all vendors in parallel.
  package func prepare(jobs: Int) {
    for category in plan.edition.categoryPositions {
      let vendors = plan.edition.vendorPositions(of: category)
      concurrentPerform(vendors.count, jobs: jobs) { _ = vendor(vendors[$0]) }
    }
  }

  // MARK: What pages depend on

  /// The fingerprint of the theme and of everything of the site that all pages depend on.
  package var siteFingerprint: Fingerprint {
    madeFingerprint.value {
      Fingerprint { input in
        input.add(themeFingerprint)
        input.add(site)
        if let action = plan.edition.library.site.callToAction {
          input.add(action.text.value)
          input.add(action.note ?? "")
          input.add(context.address(action.url.value))
        }
      }
    }
  }

  /// The fingerprint of everything that the site is made from: equal fingerprints mean equal sites.
  package var inputs: Fingerprint {
    Fingerprint { input in
      input.add(plan.edition.library.fingerprint)
      input.add(plan.edition.week.text)
      input.add(plan.base.origin)
      input.add(plan.base.path)
      input.add(plan.host?.rawValue ?? "")
      input.add(themeFingerprint)
    }
  }

  /// Returns the fingerprint of the site, the rubric, the vendor's reports, and the targets of
  /// links in them: the sources of the machine-readable files about a vendor.
  package func sourceFingerprint(of position: VendorPosition) -> Fingerprint {
    let vendor = plan.edition[position]
    return Fingerprint { input in
      input.add(siteFingerprint)
      input.add(context.linkFingerprint)
      input.add(plan.base.origin)
      input.add(plan.edition.week.text)
      input.add(Fingerprint(of: plan.edition.library.site.file.bytes))
      input.add(Fingerprint(of: plan.edition[position.category].category.file.bytes))
      input.add(vendor.isStale ? 1 : 0)
      for report in vendor.history.reports {
        input.add(report.file.path)
        input.add(Fingerprint(of: report.file.bytes))
        input.add(context.linkFingerprint(of: report))
      }
    }
  }

  // MARK: Reuse

  /// Returns the values of vendors for reuse in another model; nil if something has changed that
  /// every vendor's values may depend on.
  private func vendors(for context: PageContext) -> [LazyArray<VendorValues>]? {
    let (new, old) = (context.plan.edition, plan.edition)
    guard context.linkFingerprint == self.context.linkFingerprint,
      context.stringsFingerprint == self.context.stringsFingerprint,
      context.plan.base.origin == plan.base.origin, new.week == old.week,
      new.library.site.file.isSame(as: old.library.site.file),
      new.library.prompts.elementsEqual(
        old.library.prompts, by: { $0.file.isSame(as: $1.file) })
    else { return nil }
    return new.categories.map { entry in
      let category = old.categories.firstIndex { $0.category.slug == entry.category.slug }
      // Equal link fingerprints imply that the vendors have equal positions.
      return LazyArray(count: entry.vendors.count) { position in
        guard let category, old.categories[category].vendors.indices.contains(position),
          entry.vendors[position].hasReports(
            of: old.categories[category].vendors[position].history),
          entry.vendors[position].history.reports.allSatisfy({
            context.linkFingerprint(of: $0) == self.context.linkFingerprint(of: $0)
          })
        else { return nil }
        return vendors[category].existing(position)
      }
    }
  }
}
