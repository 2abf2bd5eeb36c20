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
    if let vendor = retired(name) {
      return MarkdownRenderer.Link(url: plan.link(to: vendor.page), text: vendor.name)
    }
    for (left, right) in SlugPair.divisions(of: name) {
      guard let page = page(ofPair: left, right) else { continue }
      let names = ["left": self.name(of: left) ?? left, "right": self.name(of: right) ?? right]
      let text = phrases.text(EnginePhrase.comparisonTitle.rawValue, names) ?? name
      return MarkdownRenderer.Link(url: plan.link(to: page), text: text)
    }
    return nil
  }

  /// Returns the page of two vendors. Of a pair with a retired vendor, that of the vendor remains.
  private func page(ofPair left: String, _ right: String) -> Page? {
    if let left = plan.edition.position(of: left), let right = plan.edition.position(of: right) {
      return plan.comparison(of: left, and: right)
    }
    guard name(of: left) != nil, name(of: right) != nil else { return nil }
    return (retired(left) ?? retired(right))?.page
  }

  /// Returns a retired vendor, with the page that its address leads to.
  private func retired(_ slug: String) -> (name: String, page: Page)? {
    guard let vendor = plan.retired.first(where: { $0.slug.text == slug }),
      let page = plan.standing(ofVendor: vendor.slug)
    else { return nil }
    return (vendor.notice.name, page)
  }

  private func name(of slug: String) -> String? {
    plan.edition.position(of: slug).map { name(of: $0) } ?? retired(slug)?.name
  }

  private func name(of vendor: VendorPosition) -> String {
    plan.edition.name(of: plan.edition[vendor])
  }
}
