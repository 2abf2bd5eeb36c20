import Comparing
import Content
import Markup
import Planning
import Templating

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
