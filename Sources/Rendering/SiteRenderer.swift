import Comparing
package import Diagnosing
import FoundationEssentials
package import Planning
import Reading
import Templating

/// Renders the pages of a plan.
///
/// Goes in: a plan and a theme. Comes out: the bytes of any one page. A renderer exists only if all
/// templates and texts are right, so rendering cannot fail; it depends on nothing but its input.
package struct SiteRenderer: Sendable {
  package let plan: SitePlan
  let theme: Theme
  let words: Wording
  /// What is made once for each vendor, by category and vendor.
  let vendors: [[VendorValues]]
  let categories: [CategoryValues]
  private let templates: [PageKind: Template]
  /// The texts of each assessment rule, by category, rule and variant.
  let sentences: [[[Template?]]]
  let site: TemplateValue
  let articles: [String: ComparisonArticle]

  /// - Returns: nil when an error was reported.
  package init?(_ plan: SitePlan, theme: Theme, into log: inout Diagnostics) {
    let errors = log.errorCount
    let library = plan.edition.library
    let compiler = TemplateCompiler(
      sources: theme.sources, functions: [theme.assetFunction(base: plan.base)],
      unsafeHTML: library.site.unsafeHTML)
    var templates: [PageKind: Template] = [:]
    for kind in PageKind.allCases {
      templates[kind] = compiler.compile(
        kind.template, schema: kind.schema, from: theme.origin, into: &log)
    }
    var sentences: [[[Template?]]] = []
    for category in library.categories {
      sentences.append(AssessmentTemplates.compile(category, with: compiler, into: &log))
    }
    guard log.errorCount == errors else { return nil }
    let words = Wording(plan: plan, phrases: theme.phrases)
    self.plan = plan
    self.theme = theme
    self.words = words
    self.templates = templates
    self.sentences = sentences
    vendors = plan.edition.categories.enumerated().map { index, entry in
      entry.vendors.enumerated().map { position, vendor in
        VendorValues(
          vendor, in: entry.category, page: .vendor(category: index, vendor: position), with: words)
      }
    }
    let vendors = vendors
    categories = plan.edition.categories.indices.map {
      CategoryValues(index: $0, vendors: vendors[$0], words: words)
    }
    site = SiteValues(categories: categories, words: words).record()
    articles = Dictionary(
      uniqueKeysWithValues: library.comparisons.map { ("\($0.left.text)-vs-\($0.right.text)", $0) })
  }

  /// Appends the bytes of a page to a buffer.
  package func render(_ page: Page, into output: inout [UInt8]) {
    let content = PageContent(page, of: self)
    guard let template = templates[content.kind] else { return }
    let values = content.globals + [site, content.pageRecord(of: self)]
    template.render(values, into: &output)
  }

  /// The files that are no pages, by path: assets, and the list of vendors for the picker.
  package var files: [(path: String, bytes: [UInt8])] {
    theme.assets.map { ($0.path, $0.bytes) }
      + plan.edition.library.assets.map { ($0.path, $0.bytes) }
      + [(VendorIndex.path, VendorIndex(plan).json)]
  }
}

extension Theme {
  /// `asset("site.css")`
  fileprivate func assetFunction(base: BaseAddress) -> HostFunction {
    let paths = Dictionary(uniqueKeysWithValues: assets.map { ($0.name, base.path + $0.path) })
    return HostFunction(
      name: "asset", doc: "The address of a file of the theme's assets.",
      known: paths.keys.sorted(),
      evaluate: { paths[$0] })
  }
}
