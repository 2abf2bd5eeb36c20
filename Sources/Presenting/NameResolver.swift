import Comparing
import Content
import Markup
import Planning
import Templating

/// Finds the page that `[[name]]` links to.
struct NameResolver: Sendable {
  let plan: SitePlan
  let phrases: Phrasebook

  /// Returns a link; nil for a vendor that never had a report in force, or for a pair without a
  /// page.
  func link(to name: String) -> MarkdownRenderer.Link? {
    if let vendor = plan.edition.position(of: name) {
      return MarkdownRenderer.Link(
        url: plan.link(to: .vendor(vendor)), text: plan.edition[vendor].report.name)
    }
    if let vendor = plan.retired.first(where: { $0.slug.text == name }),
      let page = plan.standing(ofVendor: vendor.slug)
    {
      return MarkdownRenderer.Link(url: plan.link(to: page), text: vendor.notice.name)
    }
    for (left, right) in SlugPair.divisions(of: name) {
      guard let left = plan.edition.position(of: left),
        let right = plan.edition.position(of: right),
        let page = plan.comparison(of: left, and: right)
      else { continue }
      let names = [
        "left": plan.edition[left].report.name, "right": plan.edition[right].report.name,
      ]
      let text = phrases.text(EnginePhrase.comparisonTitle.rawValue, names) ?? name
      return MarkdownRenderer.Link(url: plan.link(to: page), text: text)
    }
    return nil
  }
}
