import Comparing
import Content
package import Diagnosing
package import Hashing
package import Planning
import System
import Templating

/// Renders the pages of a plan.
///
/// Goes in: a plan and a theme. Comes out: the bytes of any one page. A renderer exists only if all
/// templates and texts are right, so rendering cannot fail; it depends on nothing but its input.
package struct SiteRenderer: Sendable {
  package let plan: SitePlan
  package let theme: Theme
  let words: Wording
  let templates: PageTemplates
  /// The texts of each assessment rule, by category, rule and variant.
  private let sentences: [[[Template?]]]
  private let callToAction: CallToActionTemplate?
  private(set) var cache: Cache

  /// What is made when it is first asked for, and then shared by all pages.
  struct Cache: Sendable {
    /// By category and vendor.
    let vendors: [Memo<VendorValues>]
    /// By category.
    let categories: Memo<CategoryValues>
    let pairs: Memo<PairRenderer>
    let singlePairs: Memo<PairRenderer>
    let partners: Memo<PartnerLists>
    let prompts: Memo<PromptValues>
    /// By category and vendor, as JSON.
    let data: [Memo<[UInt8]>]
    let site = Memo<TemplateValue>(count: 1)
    let siteFingerprint = Memo<Fingerprint>(count: 1)
    let sitemapLines: Memo<SitemapLines>

    init(
      _ plan: SitePlan, vendors: [Memo<VendorValues>]? = nil, prompts: Memo<PromptValues>? = nil
    ) {
      let entries = plan.edition.categories
      self.vendors = vendors ?? entries.map { Memo(count: $0.vendors.count) }
      self.prompts = prompts ?? Memo(count: 1)
      data = entries.map { Memo(count: $0.vendors.count) }
      categories = Memo(count: entries.count)
      pairs = Memo(count: entries.count)
      sitemapLines = Memo(count: entries.count)
      singlePairs = Memo(count: entries.count)
      partners = Memo(count: entries.count)
    }
  }

  /// - Parameter known: a renderer whose parts need not be made again where they come out the same.
  /// - Returns: nil when an error was reported.
  package init?(
    _ plan: SitePlan, theme: Theme, reusing known: SiteRenderer? = nil, into log: inout Diagnostics
  ) {
    let errors = log.errorCount
    let library = plan.edition.library
    let addresses = theme.addresses(below: plan.base)
    let compiler = TemplateCompiler(
      sources: theme.sources, functions: [Self.assetFunction(addresses)],
      unsafeHTML: library.site.unsafeHTML)
    let templates = PageTemplates(
      compiler, of: theme, addresses: addresses, unsafeHTML: library.site.unsafeHTML,
      reusing: known?.templates, into: &log)
    var sentences: [[[Template?]]] = []
    for category in library.categories {
      sentences.append(AssessmentTemplates.compile(category, with: compiler, into: &log))
    }
    callToAction = CallToActionTemplate(
      library.site.callToAction, basePath: plan.base.path, with: compiler, into: &log)
    guard let templates, log.errorCount == errors else { return nil }
    self.plan = plan
    self.theme = theme
    words = Wording(plan: plan, phrases: theme.phrases)
    self.templates = templates
    self.sentences = sentences
    cache = Cache(plan, vendors: known?.vendorValues(for: plan, theme, words))
  }

  /// Appends the bytes of a page to a buffer.
  package func render(_ page: Page, into output: inout [UInt8]) {
    if case .comparison(let category, let left, let right) = page {
      let pairs = singlePairs(inCategory: category)
      var scratch = pairs.makeScratch()
      pairs.render(
        left, right, pairs.part(ofVendor: left), pairs.part(ofVendor: right), scratch: &scratch,
        into: &output)
      return
    }
    prepared(page).render(into: &output)
  }

  /// A page that exists once, ready to be rendered.
  package func prepared(_ page: Page) -> PreparedPage { PreparedPage(page, of: self) }

  // MARK: What pages share

  /// For what the caches keep and makes values later: it has the vendors in common with this
  /// renderer, but not the caches that keep it, which would then never be let go.
  private var maker: SiteRenderer {
    var maker = self
    maker.cache = Cache(plan, vendors: cache.vendors, prompts: cache.prompts)
    return maker
  }

  func values(ofVendor vendor: Int, inCategory category: Int) -> VendorValues {
    cache.vendors[category].value(vendor) {
      let entry = plan.edition.categories[category]
      return VendorValues(
        entry.vendors[vendor], in: entry.category,
        page: .vendor(category: category, vendor: vendor),
        answers: prompts.answers(of: entry.vendors[vendor].slug), with: words)
    }
  }

  func values(ofCategory category: Int) -> CategoryValues {
    cache.categories.value(category) {
      let maker = maker
      return CategoryValues(
        index: category, words: words, vendor: { maker.values(ofVendor: $0, inCategory: category) })
    }
  }

  var categories: [CategoryValues] { plan.edition.categories.indices.map(values(ofCategory:)) }

  private var prompts: PromptValues {
    cache.prompts.value(0) { PromptValues(plan.edition.library.prompts, words: words) }
  }

  var site: TemplateValue {
    cache.site.value(0) { SiteValues(categories: categories, words: words).record() }
  }

  /// What renders the comparisons of a category.
  package func pairs(inCategory category: Int, jobs: Int = 1) -> PairRenderer {
    cache.pairs.value(category) { singlePairs(inCategory: category).forMany(jobs: jobs) }
  }

  /// The same for a page now and then.
  private func singlePairs(inCategory category: Int) -> PairRenderer {
    cache.singlePairs.value(category) {
      let maker = maker
      return PairRenderer(
        plan, category: category, template: templates[.comparison], site: site,
        values: { article in
          ComparisonValues(
            plan: maker.plan, index: category, article: article,
            categoryLink: maker.values(ofCategory: category).link,
            sentences: maker.sentences[category], words: maker.words,
            facts: PairFacts(maker.plan.edition.categories[category].category),
            prompts: maker.prompts, callToAction: maker.callToAction)
        }, vendor: { maker.values(ofVendor: $0, inCategory: category) },
        articleVendor: { vendor, article in
          let entry = maker.plan.edition.categories[category]
          return maker.values(ofVendor: vendor, inCategory: category).shown(
            in: article, entry.vendors[vendor], of: entry.category, maker.words)
        },
        siteFingerprint: siteFingerprint)
    }
  }

  /// What renders the comparisons that the pages of a category's vendors list.
  func partnerLists(inCategory category: Int) -> PartnerLists {
    cache.partners.value(category) {
      let maker = maker
      return PartnerLists(
        templates[.vendor], plan, category: category, pairs: pairs(inCategory: category),
        words: words,
        globals: ["site": site, "category": values(ofCategory: category).link],
        vendors: { maker.values(ofVendor: $0, inCategory: category) })
    }
  }

  /// The comparisons that a vendor's page lists.
  func partners(ofVendor vendor: Int, inCategory category: Int) -> PartnerList {
    PartnerList(partnerLists(inCategory: category), of: vendor)
  }

  // MARK: What a page depends on

  /// Changes with anything that the site is made from: equal ones make the same site.
  package var inputs: Fingerprint {
    Fingerprint { input in
      input.add(plan.edition.library.fingerprint)
      input.add(plan.edition.week.text)
      input.add(plan.base.origin)
      input.add(plan.base.path)
      input.add(theme.fingerprint)
    }
  }

  /// Changes with the theme, and with what every page sees of the site.
  var siteFingerprint: Fingerprint {
    cache.siteFingerprint.value(0) {
      Fingerprint { input in
        input.add(theme.fingerprint)
        input.add(site)
        if let action = plan.edition.library.site.callToAction {
          input.add(action.text.value)
          input.add(action.note ?? "")
          input.add(action.url)
        }
      }
    }
  }

  /// Makes what pages share of each vendor, in parallel.
  package func prepare(jobs: Int) {
    for (category, entry) in plan.edition.categories.enumerated() {
      concurrentPerform(entry.vendors.count, jobs: jobs) {
        _ = values(ofVendor: $0, inCategory: category)
      }
      pairs(inCategory: category, jobs: jobs).prepare(jobs: jobs)
      partnerLists(inCategory: category).prepare(jobs: jobs)
    }
  }

  /// The files that are no pages: assets, and the vendors as data.
  package var files: [SiteFile] {
    theme.assets.map { SiteFile(path: $0.path, bytes: $0.bytes) }
      + plan.edition.library.assets.map { SiteFile(path: $0.path, bytes: $0.bytes) }
      + [vendorIndex]
      + plan.edition.categories.enumerated().flatMap { index, entry in
        entry.vendors.indices.map { dataFile(ofVendor: $0, inCategory: index) }
      }
  }

  /// The file that is no page at a path; of two the one that a build writes last.
  package func file(at path: String) -> SiteFile? {
    if let slug = VendorData.slug(at: path),
      case .vendor(let category, let vendor)? = plan.page(ofVendor: slug)
    {
      return dataFile(ofVendor: vendor, inCategory: category)
    }
    if path == VendorIndex.path { return vendorIndex }
    return plan.edition.library.assets.last { $0.path == path }
      .map { SiteFile(path: $0.path, bytes: $0.bytes) }
      ?? theme.assets.last { $0.path == path }.map { SiteFile(path: $0.path, bytes: $0.bytes) }
  }

  private var vendorIndex: SiteFile {
    SiteFile(path: VendorIndex.path, bytes: VendorIndex(plan).json)
  }

  private func dataFile(ofVendor vendor: Int, inCategory category: Int) -> SiteFile {
    SiteFile(
      path: VendorData.path(plan.edition.categories[category].vendors[vendor].slug.text),
      fingerprint: { sourceFingerprint(ofVendor: vendor, inCategory: category) },
      bytes: { data(ofVendor: vendor, inCategory: category) })
  }

  /// The vendor's own file of data.
  private func data(ofVendor vendor: Int, inCategory category: Int) -> [UInt8] {
    cache.data[category].value(vendor) {
      let entry = plan.edition.categories[category]
      return VendorData(
        entry.vendors[vendor], in: entry.category,
        page: .vendor(category: category, vendor: vendor), words: words
      ).json
    }
  }

  /// `asset("site.css")`
  private static func assetFunction(_ addresses: [String: String]) -> HostFunction {
    HostFunction(
      name: "asset", doc: "The address of a file of the theme's assets.",
      known: addresses.keys.sorted(), evaluate: { addresses[$0] })
  }
}
