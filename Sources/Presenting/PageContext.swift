package import Comparing
package import Content
import Diagnosing
package import Hashing
package import Markup
package import Planning
package import Templating

/// Turns data into words and addresses for the pages of one site.
///
/// A class, because every part of a page refers to it.
package final class PageContext: Sendable {
  package let plan: SitePlan
  package let style: ValueStyle
  package let markdown: MarkdownRenderer
  /// The fingerprint of everything that a link in a text may lead to or show.
  package let linkFingerprint: Fingerprint
  /// The fingerprint of the language and of every file of texts.
  let stringsFingerprint: Fingerprint
  /// The names used in titles and descriptions.
  package let distinct: DistinctNames
  private let phrases: Phrasebook
  private let names: NameResolver
  private let links: LinkResolver

  package init(links: LinkResolver, phrases: Phrasebook, stringsFingerprint: Fingerprint) {
    let plan = links.plan
    self.plan = plan
    self.links = links
    self.stringsFingerprint = stringsFingerprint
    self.phrases = phrases
    var style = ValueStyle(language: plan.edition.library.site.language)
    style.free = phrases.text(EnginePhrase.valueFree.rawValue) ?? style.free
    style.contact = phrases.text(EnginePhrase.valueContact.rawValue) ?? style.contact
    style.of = phrases.text(EnginePhrase.valueOf.rawValue) ?? style.of
    for period in Money.periods {
      style.periods[period] = EnginePhrase.period(period).flatMap { phrases.text($0.rawValue) }
    }
    for phrase in EnginePhrase.scaleLabels {
      style.labels[phrase.rawValue] = phrases.text(phrase.rawValue)
    }
    self.style = style
    let names = NameResolver(plan: plan, phrases: phrases)
    linkFingerprint = Fingerprint { input in
      input.add(plan.base.path)
      input.add(plan.edition.library.site.unsafeHTML ? 1 : 0)
      input.add(phrases.text(EnginePhrase.comparisonTitle.rawValue) ?? "")
      for category in plan.edition.categoryPositions {
        for vendor in plan.edition.vendorPositions(of: category) {
          input.add(plan.link(to: .vendor(vendor)))
          input.add(plan.edition.name(of: plan.edition[vendor]))
          guard plan.edition[category].category.pairs == .listed else { continue }
          for right in plan.rights(ofLeft: vendor) { input.add(right) }
        }
      }
      for vendor in plan.retired {
        input.add(vendor.notice.name)
        input.add(plan.standing(ofVendor: vendor.slug).map { plan.link(to: $0) } ?? "")
      }
      for part in plan.comparisonAddress.parts("\u{0}left", "\u{0}right", literal: { $0 }) {
        input.add(part)
      }
    }
    self.names = names
    let fixed: [EnginePhrase] = [
      .pickerTitle, .searchTitle, .changesTitle, .correctionsTitle, .notFoundTitle,
    ]
    distinct = DistinctNames(
      plan, phrases,
      fixed: [plan.edition.library.site.title] + fixed.map { phrases.text($0.rawValue) ?? "" })
    markdown = MarkdownRenderer(
      unsafeHTML: plan.edition.library.site.unsafeHTML,
      address: { links.address($0, at: $1) },
      resolve: { names.link(to: $0) })
  }

  /// Returns the Markdown renderer as an input of values derived from a report.
  func linkedMarkdown(of report: Report) -> LinkedMarkdown {
    LinkedMarkdown(renderer: markdown, linkFingerprint: linkFingerprint(of: report))
  }

  /// Returns the text of a phrase, filled with values. The phrasebook has every phrase of the
  /// engine.
  package func say(_ phrase: EnginePhrase, _ values: [String: String] = [:]) -> String {
    phrases.text(phrase.rawValue, values) ?? ""
  }

  /// Returns the text of a phrase, filled with values that may depend on the pair.
  package func say(_ phrase: EnginePhrase, staged values: [String: StagedValue]) -> StagedValue {
    phrases.staged(phrase.rawValue, values) ?? .text("")
  }

  /// Returns a link to the page of a vendor or a pair, by slug or `a-vs-b`; nil if there is no
  /// page.
  package func link(to name: String) -> MarkdownRenderer.Link? { names.link(to: name) }

  /// The name by which readers know a vendor.
  package func name(of vendor: Vendor) -> String { name(of: vendor.report) }

  package func name(of report: Report) -> String { plan.edition.name(of: report) }

  /// Returns the address of an asset or page that `site.yaml` names.
  package func address(_ written: String) -> String {
    links.address(written, at: plan.edition.library.site.place)
  }

  /// Returns the fingerprint of everything that a report's links lead to.
  package func linkFingerprint(of report: Report) -> Fingerprint {
    if report.addresses.isEmpty, report.logo == nil { return linkFingerprint }
    return Fingerprint { input in
      input.add(linkFingerprint)
      input.add(report.logo.map { address($0.value) } ?? "")
      for link in report.addresses { input.add(links.address(link.url.value, at: link.place)) }
    }
  }

  /// Renders a whole text as HTML; nil if the text is empty.
  package func html(_ text: Markdown) -> TemplateValue? {
    guard text.source.contains(where: { !$0.isWhitespace }) else { return nil }
    return .html(markdown.block(text).html)
  }
}

/// Renders texts with links into a site.
struct LinkedMarkdown: Fingerprinted {
  let renderer: MarkdownRenderer
  /// The fingerprint of everything that a link may lead to or show.
  let linkFingerprint: Fingerprint

  func add(to input: inout FingerprintInput) { input.add(linkFingerprint) }
}
