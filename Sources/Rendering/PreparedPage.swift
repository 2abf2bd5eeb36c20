import Comparing
package import Hashing
import Pairing
import Planning
import Presenting
import Syndicating
import System
import Templating

/// A standalone page with everything that it is made from, before its bytes are made.
package struct PreparedPage {
  private let renderer: SiteRenderer
  private let content: Content
  /// The page's own values, which both its fingerprint and its bytes are made from.
  private let globals = Lazy<[TemplateValue]>()

  private enum Content {
    /// A page with a template.
    ///
    /// - Parameter partners: the comparisons that a vendor's page lists.
    case page(any SinglePage, partners: PartnerList?)
    /// A machine-readable file, which has no template.
    case document(Document)
    /// Another page as Markdown.
    case twin(Page)
    /// The list of pages for language models.
    case llms
  }

  init(_ page: Page, of renderer: SiteRenderer) {
    self.renderer = renderer
    content = Self.content(of: page, renderer.model, renderer.pairings)
  }

  private static func content(
    of page: Page, _ model: SiteModel, _ pairings: Pairings
  ) -> Content {
    let context = model.context
    switch page {
    case .home: return .page(HomePage(model), partners: nil)
    case .picker: return .page(PickerPage(model), partners: nil)
    case .search: return .page(SearchPage(model), partners: nil)
    case .category(let position): return .page(CategoryPage(model, position), partners: nil)
    case .ranking(let position, let index):
      return .page(RankingPage(model, position, index), partners: nil)
    case .methodology(let position):
      return .page(MethodologyPage(model, position), partners: nil)
    case .vendor(let position):
      let limit = model.plan.hasComparisonsPage(position) ? VendorPage.someComparisons : .max
      let partners = PartnerList(
        pairings.partnerLists(ofCategory: position.category), of: position.index,
        with: model.category(position.category).nearest(to: position.index, limit: limit))
      return .page(
        VendorPage(model, position, comparisons: partners.value), partners: partners)
    case .comparisons(let position):
      let partners = PartnerList(
        pairings.completeLists(ofCategory: position.category), of: position.index,
        with: model.category(position.category).partnersByName(
          of: position.index, limit: SitePlan.maxLinkedComparisons))
      return .page(
        ComparisonsPage(model, position, comparisons: partners.value), partners: partners)
    case .alternatives(let position):
      return .page(AlternativesPage(model, position), partners: nil)
    case .archive(let position, let report):
      guard let page = ArchivePage(model, position, report: report) else {
        preconditionFailure("a plan lists earlier reports that were in force")
      }
      return .page(page, partners: nil)
    case .retired(let index): return .page(RetiredPage(model, index), partners: nil)
    case .lastReport(let index, let report):
      guard let page = ArchivePage(model, ofRetired: index, report: report) else {
        preconditionFailure("a plan lists earlier reports that were in force")
      }
      return .page(page, partners: nil)
    case .moved(let index): return .page(MovedPage(context, index), partners: nil)
    case .author(let index): return .page(AuthorPage(context, index), partners: nil)
    case .standalone(let index): return .page(StandalonePage(context, index), partners: nil)
    case .changes: return .page(ChangesPage(context), partners: nil)
    case .week(let index): return .page(ChangesPage(context, week: index), partners: nil)
    case .corrections: return .page(CorrectionsPage(context), partners: nil)
    case .notFound: return .page(NotFoundPage(context), partners: nil)
    case .document(.markdown(let page)): return .twin(page)
    case .document(.llms): return .llms
    case .document(let document): return .document(document)
    case .comparison: preconditionFailure("a PairRenderer makes the pages of pairs")
    }
  }

  /// The kind of the page, which names its template; nil for a machine-readable file.
  var kind: PageKind? {
    if case .page(let page, _) = content { type(of: page).kind } else { nil }
  }

  /// The fingerprint of everything that the page is made from.
  package var fingerprint: Fingerprint {
    switch content {
    case .document(let document): return renderer.syndicator.fingerprint(of: document)
    case .twin(let page): return renderer.twinFingerprint(of: page)
    case .llms: return renderer.model.inputs
    case .page(let page, _):
      return Fingerprint { input in
        input.add(renderer.model.siteFingerprint)
        for value in globals(of: page) { input.add(value) }
      }
    }
  }

  /// Appends the bytes of the page.
  package func render(into output: inout [UInt8]) {
    switch content {
    case .document(let document): renderer.syndicator.write(document, into: &output)
    case .twin(let page): renderer.writeTwin(of: page, into: &output)
    case .llms:
      let values = TextFile.llms(renderer.model.context)
      renderer.textTemplates[.llms].render(values, into: &output)
    case .page(let page, let partners?):
      partners.template.render(values(of: page), into: &output) { partners.render($0, into: &$1) }
    case .page(_, nil): renderPlainly(into: &output)
    }
  }

  /// Appends the page as the plain evaluator makes it: equal to the output of `render`, but slower.
  package func renderPlainly(into output: inout [UInt8]) {
    switch content {
    case .document, .twin, .llms: render(into: &output)
    case .page(let page, _):
      renderer.templates[type(of: page).kind].render(values(of: page), into: &output)
    }
  }

  private func values(of page: any SinglePage) -> [TemplateValue] {
    var values = globals(of: page)
    values.insert(renderer.model.site, at: values.count - 1)
    return values
  }

  /// The values of the page's names, and last its `page` record.
  private func globals(of page: any SinglePage) -> [TemplateValue] {
    globals.value { page.globals + [page.record] }
  }
}
