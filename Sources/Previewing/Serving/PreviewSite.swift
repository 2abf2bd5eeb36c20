import Comparing
import Content
import Diagnosing
import Planning
package import Rendering
import System
import Templating

/// A site as a build would write it, each page rendered when requested.
package struct PreviewSite: ServedSite {
  let renderer: SiteRenderer
  private let addresses: AddressIndex
  private let output: String?

  /// - Parameter output: the output folder, whose search index is served; nil for none.
  package init(_ renderer: SiteRenderer, output: String? = nil) {
    self.renderer = renderer
    self.output = output
    addresses = AddressIndex(renderer.plan)
  }

  /// The site's base path, which may be `/`.
  package var base: String { renderer.plan.base.path }

  /// The places at which pages that were asked for cost more than they may.
  var overruns: [Diagnostic] { renderer.overruns.diagnostics.sorted }

  package func find(_ path: String) -> Resource {
    guard path.hasPrefix(base) else {
      let leadsToBase = path == "/" || path + "/" == base
      return leadsToBase ? .redirect(to: base, status: 302) : .missing(page: render(.notFound))
    }
    let local = "/" + path.dropFirst(base.count)
    if let page = page(at: local) {
      if case .document = page { return .file(render(page), type: MediaType.of(local)) }
      return .page(render(page))
    }
    if let file = renderer.file(at: String(local.dropFirst())), let bytes = try? file.bytes() {
      return .file(bytes, type: MediaType.of(local))
    }
    if let page = addresses[local + "/"] {
      return .redirect(to: renderer.plan.link(to: page), status: 301)
    }
    if let bytes = searchIndex(at: local) { return .file(bytes, type: MediaType.of(local)) }
    return .missing(page: render(.notFound))
  }

  /// Returns a file of the search index, which only builds make.
  private func searchIndex(at path: String) -> [UInt8]? {
    guard renderer.plan.edition.library.site.search, let output,
      path.hasPrefix("/\(DataAddress.searchFolder)/"), let folder = try? Folder(output)
    else { return nil }
    return BuiltSite.bytes(of: path, in: folder)
  }

  /// Finds a comparison as the handler of a packed site does: with the address reversed or without
  /// its ending, it redirects.
  func comparison(at path: String) -> Resource? {
    guard path.hasPrefix(base) else { return nil }
    let local = "/" + path.dropFirst(base.count)
    if case .comparison? = addresses[local] { return addresses[local].map { .page(render($0)) } }
    let plan = renderer.plan
    let ending = plan.comparisonAddress.fileEnding
    let whole = local.hasSuffix(ending) ? String(local.dropLast(ending.count)) : local
    for address in [whole, whole + "/"] {
      for (first, second) in plan.comparisonAddress.slugs(in: address) {
        if let one = plan.edition.position(of: first),
          let other = plan.edition.position(of: second),
          let page = plan.comparison(of: one, and: other)
        {
          return .redirect(to: plan.link(to: page), status: 301)
        }
      }
    }
    return nil
  }

  /// Finds a page by its address, or by the file that a build writes for it.
  private func page(at path: String) -> Page? {
    if let page = addresses[path] ?? addresses.comparison(inFile: path) { return page }
    guard path.hasSuffix("/index.html") else { return nil }
    return addresses[String(path.dropLast("index.html".count))]
  }

  private func render(_ page: Page) -> [UInt8] {
    var bytes: [UInt8] = []
    renderer.render(page, into: &bytes)
    return bytes
  }
}
