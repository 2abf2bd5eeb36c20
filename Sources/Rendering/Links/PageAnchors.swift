import Comparing
import Planning
import System

/// The ids in the HTML of pages. A page is rendered when a link first names one of its ids.
struct PageAnchors {
  private let renderer: SiteRenderer
  private var known: [Page: Set<String>] = [:]

  init(_ renderer: SiteRenderer) { self.renderer = renderer }

  mutating func ids(of page: Page) -> Set<String> {
    if let ids = known[page] { return ids }
    var bytes: [UInt8] = []
    renderer.render(page, into: &bytes)
    let ids = Self.ids(in: bytes)
    known[page] = ids
    return ids
  }

  /// Returns the ids of one page of each kind, for links in templates.
  mutating func idsOfSamples() -> Set<String> {
    var families: Set<PageFamily> = []
    var ids: Set<String> = []
    for page in renderer.plan.singlePages where families.insert(PageFamily(page)).inserted {
      ids.formUnion(self.ids(of: page))
    }
    let lefts = renderer.plan.edition.categoryPositions
      .flatMap { renderer.plan.edition.vendorPositions(of: $0) }
    if let left = lefts.first(where: { renderer.plan.comparisonCount(ofLeft: $0) > 0 }),
      let right = renderer.plan.rights(ofLeft: left).first
    {
      ids.formUnion(
        self.ids(of: .comparison(PairPosition(left.category, left: left.index, right: right))))
    }
    return ids
  }

  /// Returns the texts that a template gives its partials as `id: "…"`.
  static func idArguments(in template: String) -> [String] {
    template.split(separator: " id: \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  /// Returns the values of `id` attributes, which themes write in double quotes.
  static func ids(in html: [UInt8]) -> Set<String> {
    let mark = Array(" id=\"".utf8)
    var ids: Set<String> = []
    var index = 0
    while let space = html.firstIndex(of: UInt8(ascii: "="), from: index) {
      index = space + 1
      let start = space - 3
      guard start >= 0, html[start...].starts(with: mark),
        let end = html.firstIndex(of: UInt8(ascii: "\""), from: start + mark.count)
      else { continue }
      ids.insert(String(decoding: html[(start + mark.count)..<end], as: UTF8.self))
      index = end
    }
    return ids
  }
}
