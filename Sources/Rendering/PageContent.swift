import Comparing
import Content
import Diagnosing
import Markup
import Planning
import Templating

/// What one page shows: its kind, the values of its template, and what stands in its head.
struct PageContent {
  let page: Page
  let kind: PageKind
  var globals: [TemplateValue] = []
  /// The heading, which the title begins with.
  var title = ""
  var description = ""
  var isIndexed = true
  /// Of an earlier report: the page that took its place (S-15).
  var current: Page?
  /// The pages between home and this one.
  var trail: [(text: String, page: Page)] = []
  /// The comparisons that the page of a vendor lists.
  private(set) var partners: PartnerList?

  init(_ page: Page, of renderer: SiteRenderer) {
    self.page = page
    switch page {
    case .home: kind = .home
    case .category: kind = .category
    case .methodology: kind = .methodology
    case .picker: kind = .compare
    case .vendor: kind = .vendor
    case .comparison: kind = .comparison
    case .author: kind = .author
    case .free: kind = .page
    case .archive: kind = .vendor
    case .changes, .week: kind = .changes
    case .corrections: kind = .corrections
    case .document: preconditionFailure("documents have no template")
    case .notFound: kind = .notFound
    }
    switch page {
    case .home: fillHome(renderer)
    case .category(let index): fillCategory(index, renderer)
    case .methodology(let index): fillMethodology(index, renderer)
    case .picker: fillPicker(renderer)
    case .vendor(let category, let vendor): fillVendor(vendor, category, renderer)
    case .comparison: preconditionFailure("a PairRenderer makes the pages of pairs")
    case .author(let index): fillAuthor(index, renderer)
    case .free(let index): fillFree(index, renderer)
    case .archive(let category, let vendor, let report):
      fillArchive(report, vendor, category, renderer)
    case .changes: fillChanges(renderer)
    case .week(let index): fillWeek(index, renderer)
    case .corrections: fillCorrections(renderer)
    case .notFound: fillNotFound(renderer)
    case .document: break
    }
  }

  func pageRecord(of renderer: SiteRenderer) -> TemplateValue {
    let plan = renderer.plan
    let site = plan.edition.library.site.title
    let full =
      page == .home ? site : renderer.words.say(.pageTitle, ["title": title, "site": site])
    return .record(
      Record(
        SiteTypes.page,
        [
          "kind": .text(kind.rawValue),
          "title": .text(full),
          "description": .text(description),
          "canonical": .text(plan.canonical(of: page)),
          "path": .text(plan.link(to: page)),
          "isIndexed": .bool(isIndexed),
          "current": .optional(current.map { plan.canonical(of: $0) }),
          "breadcrumbs": .list(breadcrumbs(renderer)),
        ]))
  }

  private func breadcrumbs(_ renderer: SiteRenderer) -> [TemplateValue] {
    if page == .home || page == .notFound { return [] }
    let way = [(renderer.words.say(.breadcrumbHome), Page.home)] + trail
    let links = way.map { text, page in crumb(text, url: renderer.plan.link(to: page)) }
    return links + [crumb(title, url: nil)]
  }

  private func crumb(_ text: String, url: String?) -> TemplateValue {
    .record(Record(SiteTypes.breadcrumb, ["text": .text(text), "url": .optional(url)]))
  }

  private mutating func fillHome(_ renderer: SiteRenderer) {
    let site = renderer.plan.edition.library.site
    title = site.title
    description = site.description ?? renderer.words.say(.homeDescription, ["site": site.title])
    globals = [
      .list(renderer.categories.map { $0.record(places: 10, pairs: 10) }), latestChanges(renderer),
    ]
  }

  private mutating func fillPicker(_ renderer: SiteRenderer) {
    let site = renderer.plan.edition.library.site.title
    title = renderer.words.say(.pickerTitle)
    description = renderer.words.say(.pickerDescription, ["site": site])
    globals = [.list(renderer.categories.map { $0.record(places: 0, pairs: 0) })]
  }

  private mutating func fillNotFound(_ renderer: SiteRenderer) {
    let site = renderer.plan.edition.library.site.title
    title = renderer.words.say(.notFoundTitle)
    description = renderer.words.say(.notFoundDescription, ["site": site])
    isIndexed = false
  }

  private mutating func fillCategory(_ index: Int, _ renderer: SiteRenderer) {
    let entry = renderer.plan.edition.categories[index]
    title = renderer.words.distinct.title(entry.category.title, entry.category.slug.text)
    description =
      renderer.words.distinct.description(entry.category.tagline, of: title)
      ?? renderer.words.say(
        .categoryDescription, ["category": title, "count": "\(entry.vendors.count)"])
    globals = [renderer.values(ofCategory: index).record()]
  }

  private mutating func fillMethodology(_ index: Int, _ renderer: SiteRenderer) {
    let category = renderer.plan.edition.categories[index].category
    let values = MethodologyValues(category: category, words: renderer.words)
    let name = renderer.words.distinct.title(category.title, category.slug.text)
    title = renderer.words.say(.methodologyTitle, ["category": name])
    description = renderer.words.say(.methodologyDescription, ["category": name])
    trail = [(category.title, .category(index))]
    globals = [
      renderer.values(ofCategory: index).link, values.groups, values.scales, values.tiers,
      values.segments,
      values.winnerRule, values.tieRule, .text(values.indexedRule),
    ]
  }

  private mutating func fillFree(_ index: Int, _ renderer: SiteRenderer) {
    let page = renderer.plan.edition.library.pages[index]
    let site = renderer.plan.edition.library.site.title
    title = renderer.words.distinct.title(page.title, page.slug.text)
    description =
      renderer.words.distinct.description(page.description, of: title)
      ?? renderer.words.say(
        .freePageDescription, ["title": title, "site": site])
    globals = [
      .text(page.title), renderer.words.html(page.body) ?? .html(""),
      CorrectionValues(renderer.words).ofPage(page.slug),
    ]
  }

  private mutating func fillAuthor(_ index: Int, _ renderer: SiteRenderer) {
    let library = renderer.plan.edition.library
    let author = library.authors[index]
    let name = renderer.words.distinct.title(author.name, author.slug.text)
    let names = ["name": name, "site": library.site.title]
    title = renderer.words.say(.authorTitle, names)
    description = renderer.words.say(.authorDescription, names)
    let links = library.comparisons.filter { $0.author?.value == author.slug.text }.compactMap {
      renderer.words.link(to: "\($0.left.text)-vs-\($0.right.text)")
    }
    globals = [
      .author(author, page: page, renderer.words),
      .list(
        links.map {
          .record(Record(SiteTypes.link, ["text": .text($0.text), "url": .text($0.url)]))
        }),
    ]
  }

  private mutating func fillVendor(_ index: Int, _ category: Int, _ renderer: SiteRenderer) {
    let entry = renderer.plan.edition.categories[category]
    let vendor = entry.vendors[index]
    let values = renderer.values(ofVendor: index, inCategory: category)
    let names = [
      "name": renderer.words.distinct.long(vendor), "category": entry.category.title,
    ]
    title = renderer.words.say(.vendorTitle, names)
    description =
      renderer.words.distinct.description(vendor.report.summary, of: title)
      ?? renderer.words.say(.vendorDescription, names)
    trail = [(entry.category.title, .category(category))]
    let report = ReportValues(
      vendor: vendor, values: values, category: entry.category, words: renderer.words)
    let partners = renderer.partners(ofVendor: index, inCategory: category)
    self.partners = partners
    globals = [
      values.vendor, report.record(), renderer.values(ofCategory: category).link, partners.value,
      HistoryValues(
        vendor, in: entry, index, category, uses: renderer.values(ofCategory: category).uses,
        words: renderer.words
      ).record(),
      CorrectionValues(renderer.words).ofVendor(vendor.slug), .none,
    ]
  }
}
