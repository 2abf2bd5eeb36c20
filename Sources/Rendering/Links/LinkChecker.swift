import Comparing
import Content
package import Diagnosing
import Markup
import Planning
import Presenting
import Reading

/// Follows every link, anchor and image that authors wrote (S-21).
///
/// Input: a renderer. Output: diagnostics at the addresses, in the content, in `site.yaml` and in
/// the site's own templates. A page is rendered only if a link names one of its ids, so the work
/// grows with the number of files, not of pairs.
package struct LinkChecker {
  let renderer: SiteRenderer
  var anchors: PageAnchors
  var suggestions: LinkSuggestions

  package init(_ renderer: SiteRenderer) {
    self.renderer = renderer
    anchors = PageAnchors(renderer)
    suggestions = LinkSuggestions(
      renderer.plan, files: Set(renderer.assets.all.map(\.name)).sorted())
  }

  private var plan: SitePlan { renderer.plan }
  private var library: Library { plan.edition.library }

  /// Checks the site of the newest week. Texts were written for that week, and may link to pages
  /// that earlier weeks lack.
  package mutating func check(into log: inout Diagnostics) {
    guard plan.edition.week >= Edition.newestWeek(in: library) ?? plan.edition.week else { return }
    for link in shownLinks { follow(link, into: &log) }
    for name in names { follow(name, into: &log) }
    checkTemplates(into: &log)
    checkAssets(into: &log)
  }

  // MARK: What authors wrote

  /// The links that pages show. Links in raw HTML count only if pages show raw HTML.
  var shownLinks: [TextLink] {
    library.site.unsafeHTML ? textLinks : textLinks.filter { !$0.isRaw }
  }

  private var textLinks: [TextLink] {
    var links = library.vendors.flatMap(\.reports).flatMap(\.addresses)
    for file in texts + library.authors.map(\.file) + [library.site.file] {
      links += TextLink.local(in: file)
    }
    for prompt in library.prompts { links += TextLink.local(in: prompt.body, isInline: false) }
    for correction in library.corrections {
      links += TextLink.local(in: correction.wrong, isInline: true)
      links += TextLink.local(in: correction.right, isInline: true)
    }
    let site = library.site
    for url in site.navigation.map(\.url) + [site.callToAction?.url].compactMap(\.self) {
      links.append(TextLink(url: url, isImage: false, place: site.place))
    }
    return links
  }

  private var texts: [SourceFile] { library.comparisons.map(\.file) + library.pages.map(\.file) }

  /// Links in double brackets, and entries of `related`.
  private var names: [Located<String>] {
    library.vendors.flatMap(\.reports).flatMap(\.links)
      + texts.flatMap { NameReference.links(in: $0) } + library.comparisons.flatMap(\.related)
  }

  // MARK: Following

  private mutating func follow(_ link: TextLink, into log: inout Diagnostics) {
    let address = WrittenAddress(link.url.value)
    switch renderer.links.target(of: address, in: link.place.file) {
    case .outside, .file, .page(.document(.badge)),
      .page(.document(.socialImage)):
      break
    case .page where link.isImage: reportMissingFile(address.path, at: link.url.span, into: &log)
    case .page(let page): followAnchor(of: address, on: page, at: link.url.span, into: &log)
    case .samePage:
      guard let page = plan.page(madeFrom: link.place.file) else { break }
      followAnchor(of: address, on: page, at: link.url.span, into: &log)
    case .missing(let path):
      if link.isImage || path.hasPrefix("/assets/") {
        reportMissingFile(String(path.dropFirst()), at: link.url.span, into: &log)
      } else {
        let suggestion = suggestion(for: address, resolved: path).map {
          $0 + address.query + address.fragment
        }
        log.report(.deadLink(link.url.value, at: link.url.span, suggestion: suggestion))
      }
    case .missingSource(let path):
      let folder = address.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      let suggestion = suggestions.source(for: path).map { folder + $0 + address.fragment }
      log.report(.deadLink(link.url.value, at: link.url.span, suggestion: suggestion))
    }
  }

  /// Returns an address near a dead one. A relative address may have been meant from the root.
  private mutating func suggestion(
    for address: WrittenAddress, resolved path: String
  ) -> String? {
    if address.path.hasPrefix("/") { return suggestions.address(for: path) }
    if case .page(let page) = renderer.links.find("/" + address.path) {
      return plan.path(of: page)
    }
    return suggestions.address(for: path) ?? suggestions.address(for: "/" + address.path)
  }

  mutating func reportMissingFile(
    _ name: String, at span: SourceSpan, into log: inout Diagnostics
  ) {
    log.report(
      .missingFile("file '\(name)'", at: span, suggestion: suggestions.file(for: name)))
  }

  private mutating func followAnchor(
    of address: WrittenAddress, on page: Page, at span: SourceSpan, into log: inout Diagnostics
  ) {
    guard let id = address.anchor, id != "top", !id.hasPrefix(":~:") else { return }
    if case .document = page { return }
    let ids = anchors.ids(of: page)
    if ids.contains(id) { return }
    log.report(.deadAnchor(id, on: plan.path(of: page), among: ids, at: span))
  }

  /// Follows a link to a pair, in a category in which only some pairs have a page.
  private func follow(_ name: Located<String>, into log: inout Diagnostics) {
    guard renderer.model.context.link(to: name.value) == nil,
      let (left, right) = SlugPair.slugs(of: name.value),
      let a = plan.edition.position(of: left.text), let b = plan.edition.position(of: right.text),
      a.category == b.category
    else { return }
    log.report(.danglingReference("comparison", name.value, among: [], at: name.span))
  }
}
