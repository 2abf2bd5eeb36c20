import Comparing
import Content
import Hashing
import Markup
import Planning
import Templating

/// What turns data into words and addresses: the same for all pages of a site. A class, because every
/// part of a page carries it.
final class Wording: Sendable {
  let plan: SitePlan
  let style: ValueStyle
  let markdown: MarkdownRenderer
  /// Changes with anything that a link in a text may lead to or say.
  let linkFingerprint: Fingerprint
  /// Of what titles and descriptions are made.
  let distinct: DistinctNames
  private let phrases: Phrasebook
  private let names: NameResolver

  init(plan: SitePlan, phrases: Phrasebook) {
    self.plan = plan
    self.phrases = phrases
    var style = ValueStyle(language: plan.edition.library.site.language)
    style.free = phrases.text(Phrase.valueFree.rawValue) ?? style.free
    style.contact = phrases.text(Phrase.valueContact.rawValue) ?? style.contact
    style.of = phrases.text(Phrase.valueOf.rawValue) ?? style.of
    self.style = style
    let names = NameResolver(plan, phrases)
    linkFingerprint = Fingerprint { input in
      input.add(plan.base.path)
      input.add(plan.edition.library.site.unsafeHTML ? 1 : 0)
      input.add(phrases.text(Phrase.comparisonTitle.rawValue) ?? "")
      for (index, entry) in plan.edition.categories.enumerated() {
        for (position, vendor) in entry.vendors.enumerated() {
          input.add(plan.link(to: .vendor(category: index, vendor: position)))
          input.add(vendor.report.name)
          guard entry.category.pairs == .listed else { continue }
          for right in plan.rights(ofLeft: position, inCategory: index) { input.add(right) }
        }
      }
      for part in plan.edition.library.site.paths.comparison.parts {
        switch part {
        case .literal(let text): input.add(text)
        case .placeholder(let name): input.add("\u{0}" + name)
        }
      }
    }
    self.names = names
    let fixed: [Phrase] = [.pickerTitle, .changesTitle, .correctionsTitle, .notFoundTitle]
    distinct = DistinctNames(
      plan, phrases,
      fixed: [plan.edition.library.site.title] + fixed.map { phrases.text($0.rawValue) ?? "" })
    markdown = MarkdownRenderer(
      unsafeHTML: plan.edition.library.site.unsafeHTML, basePath: plan.base.path,
      resolve: { names.link(to: $0) })
  }

  /// A phrase of the engine; all are known to be in the phrasebook.
  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    phrases.text(phrase.rawValue, values) ?? ""
  }

  /// The same with values that are not all known yet.
  func say(_ phrase: Phrase, staged values: [String: StagedValue]) -> StagedValue {
    phrases.staged(phrase.rawValue, values) ?? .text("")
  }

  /// The page of a vendor or a pair, by slug or `a-vs-b`; nil when there is none.
  func link(to name: String) -> MarkdownRenderer.Link? { names.link(to: name) }

  /// A whole text as HTML, or nil when there is nothing in it.
  func html(_ text: Markdown) -> TemplateValue? {
    guard text.source.contains(where: { !$0.isWhitespace }) else { return nil }
    return .html(markdown.block(text).html)
  }
}

/// Finds what `[[name]]` leads to.
struct NameResolver: Sendable {
  private let plan: SitePlan
  private let phrases: Phrasebook
  /// The category and position of each vendor.
  private let places: [String: (category: Int, vendor: Int)]

  init(_ plan: SitePlan, _ phrases: Phrasebook) {
    self.plan = plan
    self.phrases = phrases
    var places: [String: (category: Int, vendor: Int)] = [:]
    for (category, entry) in plan.edition.categories.enumerated() {
      for (index, vendor) in entry.vendors.enumerated() {
        places[vendor.slug.text] = (category, index)
      }
    }
    self.places = places
  }

  /// Nil for a vendor without a report in force, and for a pair without a page.
  func link(to name: String) -> MarkdownRenderer.Link? {
    if let place = places[name] {
      let page = Page.vendor(category: place.category, vendor: place.vendor)
      return MarkdownRenderer.Link(url: plan.link(to: page), text: self.name(at: place))
    }
    for (slug, left) in places where name.hasPrefix(slug + "-vs-") {
      guard let right = places[String(name.dropFirst(slug.count + 4))],
        left.category == right.category,
        let page = plan.comparison(of: left.vendor, and: right.vendor, inCategory: left.category)
      else { continue }
      let names = ["left": self.name(at: left), "right": self.name(at: right)]
      let text = phrases.text(Phrase.comparisonTitle.rawValue, names) ?? name
      return MarkdownRenderer.Link(url: plan.link(to: page), text: text)
    }
    return nil
  }

  private func name(at place: (category: Int, vendor: Int)) -> String {
    plan.edition.categories[place.category].vendors[place.vendor].report.name
  }
}
