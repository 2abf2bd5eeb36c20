import Hashing
import Planning
import Rendering
import System

/// A file that exists once: a page, an asset, or data.
struct SingleFile: Sendable {
  enum Content: Sendable {
    case page(Page)
    case file(SiteFile)
  }

  let path: String
  let content: Content

  /// Whether it is drawn, which takes as long as many pages.
  var isPicture: Bool {
    if case .page(.document(.socialImage)) = content { true } else { false }
  }

  /// Changes with what the file is made from.
  func fingerprint(_ renderer: SiteRenderer) -> Fingerprint {
    switch content {
    case .page(let page): renderer.prepared(page).fingerprint
    case .file(let file): file.fingerprint
    }
  }

  /// Appends the bytes of a file that is made here; gives the fingerprint of what it is made from.
  @discardableResult
  func render(
    _ renderer: SiteRenderer, _ known: Fingerprint?, into buffer: inout [UInt8]
  ) -> Fingerprint {
    switch content {
    case .page(let page):
      // A page's values are put together once for both.
      let prepared = renderer.prepared(page)
      prepared.render(into: &buffer)
      return known ?? prepared.fingerprint
    case .file(let file):
      if case .made(let make) = file.contents { buffer.append(contentsOf: make()) }
      return known ?? file.fingerprint
    }
  }

  /// The file that is copied; nil for one that is made here.
  var source: ReadableFile? {
    guard case .file(let file) = content, case .copied(let source) = file.contents else {
      return nil
    }
    return source
  }
}

extension SiteRenderer {
  /// Of two at one path the last one counts.
  var singleFiles: [SingleFile] {
    let all = allSingleFiles
    let last = Dictionary(all.indices.map { (all[$0].path, $0) }) { $1 }
    return all.indices.filter { last[all[$0].path] == $0 }.map { all[$0] }
  }

  private var allSingleFiles: [SingleFile] {
    (plan.singlePages + plan.documents).map {
      SingleFile(path: plan.file(of: $0), content: .page($0))
    }
      + files.map { SingleFile(path: $0.path, content: .file($0)) }
  }
}
