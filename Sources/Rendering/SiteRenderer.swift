package import Comparing
import Content
package import Diagnosing
package import Hashing
import Markup
package import Pairing
package import Planning
import Presenting
import Syndicating
package import Templating

/// Renders the pages of a plan.
///
/// Input: a plan and a theme. Output: the bytes of any one page. A renderer exists only if all
/// templates and texts are valid, so rendering cannot fail. The output depends on nothing else.
package struct SiteRenderer: Sendable {
  package let plan: SitePlan
  package let theme: Theme
  let links: LinkResolver
  let assets: SiteAssets
  let templates: PageTemplates
  let textTemplates: TextTemplates
  let model: SiteModel
  let pairings: Pairings
  let syndicator: Syndicator

  /// - Parameter previous: a renderer whose parts are reused if they would be equal.
  /// - Returns: nil if an error was reported.
  package init?(
    _ plan: SitePlan, theme: Theme, reusing previous: SiteRenderer? = nil,
    into log: inout Diagnostics
  ) {
    let errors = log.errorCount
    let library = plan.edition.library
    let assets = SiteAssets(
      theme: theme.assets, additions: theme.styleAdditions(of: library.site),
      content: library.assets, statics: Set(library.statics.map(\.path)), into: &log)
    let paths = assets.paths(preferring: .theme)
    let addresses = Dictionary(
      uniqueKeysWithValues: paths.map {
        (String($0.key.dropFirst("assets/".count)), plan.base.path + $0.value)
      })
    let overruns = previous?.overruns ?? TemplateOverruns()
    overruns.clear()
    func compiler(of theme: Theme) -> TemplateCompiler {
      TemplateCompiler(
        sources: theme.sources, functions: [Self.assetFunction(addresses)],
        unsafeHTML: library.site.unsafeHTML, overruns: overruns)
    }
    let choosers = GroupPartials(of: theme, for: library.categories).choosers { chooser in
      var found = Diagnostics()
      let template = compiler(of: theme.adding(chooser)).compile(
        PageKind.vendor.template, schema: PageKind.vendor.schema, from: theme.origin, into: &found)
      return template != nil
    }
    let theme = choosers.isEmpty ? theme : theme.adding(choosers)
    let compiler = compiler(of: theme)
    let templates = PageTemplates(
      compiler, of: theme, addresses: addresses, unsafeHTML: library.site.unsafeHTML,
      reusing: previous?.templates, into: &log)
    let textTemplates = TextTemplates(compiler, of: theme, into: &log)
    let links = LinkResolver(plan, assets: assets.paths(preferring: .content))
    let texts = PairTexts(library, links: links, with: compiler, into: &log)
    guard let templates, let textTemplates, log.errorCount == errors else { return nil }
    self.plan = plan
    self.theme = theme
    self.links = links
    self.assets = assets
    self.templates = templates
    self.textTemplates = textTemplates
    model = SiteModel(
      PageContext(
        links: links, phrases: theme.phrases, stringsFingerprint: theme.stringsFingerprint),
      themeFingerprint: theme.fingerprint(with: addresses), reusing: previous?.model)
    pairings = Pairings(
      model, texts: texts, comparison: templates.lazy(.comparison), vendor: templates.lazy(.vendor),
      all: templates.lazy(.comparisons))
    syndicator = Syndicator(
      model, pairings, substitute: theme.assets["assets/social.png"]?.bytes ?? [])
  }

  /// The places where pages exceed the cost limits; complete once all pages have been rendered.
  package var overruns: TemplateOverruns { templates.overruns }

  /// Appends the bytes of a page to a buffer.
  package func render(_ page: Page, into output: inout [UInt8]) {
    if case .comparison(let pair) = page {
      let pairs = pairings.occasionalRenderer(ofCategory: pair.category)
      var scratch = pairs.makeScratch()
      pairs.render(
        pair.left, pair.right, pairs.fragments(ofVendor: pair.left),
        pairs.fragments(ofVendor: pair.right),
        scratch: &scratch, into: &output)
      return
    }
    prepared(page).render(into: &output)
  }

  /// Prepares a standalone page for rendering.
  package func prepared(_ page: Page) -> PreparedPage { PreparedPage(page, of: self) }

  /// Returns the renderer of a category's comparisons.
  package func pairs(inCategory category: CategoryPosition, jobs: Int = 1) -> PairRenderer {
    pairings.renderer(ofCategory: category, jobs: jobs)
  }

  /// Returns the renderer of the comparisons that vendor pages of a category list.
  func partnerLists(inCategory category: CategoryPosition) -> PartnerLists {
    pairings.partnerLists(ofCategory: category)
  }

  /// The fingerprint of everything that the site is made from: equal fingerprints mean equal sites.
  package var inputs: Fingerprint { model.inputs }

  /// Makes what pages share of each vendor, in parallel.
  ///
  /// - Parameter summarizing: finds the result of every pair, too: for callers that need most.
  package func prepare(jobs: Int, summarizing: Bool = true) {
    model.prepare(jobs: jobs)
    pairings.prepare(jobs: jobs, summarizing: summarizing)
  }

  /// Returns the template function `asset("site.css")`, which gives the address of an asset.
  private static func assetFunction(_ addresses: [String: String]) -> HostFunction {
    HostFunction(
      name: "asset", doc: "The address of a file of the theme's assets.",
      known: addresses.keys.sorted(), evaluate: { addresses[$0] })
  }
}
