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
        url: plan.link(to: .vendor(vendor)), text: self.name(of: vendor))
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
      let names = ["left": self.name(of: left), "right": self.name(of: right)]
      let text = phrases.text(EnginePhrase.comparisonTitle.rawValue, names) ?? name
      return MarkdownRenderer.Link(url: plan.link(to: page), text: text)
    }
    return nil
  }

  private func name(of vendor: VendorPosition) -> String {
    plan.edition.name(of: plan.edition[vendor])
  }
}
