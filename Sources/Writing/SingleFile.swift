import Hashing
import Planning
import Rendering
import System

/// A standalone file: a page, an asset, or a data file.
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

  /// The page that the file is; nil for any other file.
  var page: Page? { if case .page(let page) = content { page } else { nil } }

  /// The page that a page as Markdown is made from; nil for any other file.
  var original: Page? {
    if case .page(.document(.markdown(let page))) = content { page } else { nil }
  }

  /// Returns the fingerprint of the file's sources.
  func fingerprint(_ renderer: SiteRenderer) -> Fingerprint {
    switch content {
    case .page(let page): renderer.prepared(page).fingerprint
    case .file(let file): file.fingerprint
    }
  }

  /// Appends the contents of a rendered file; returns the fingerprint of its sources.
  @discardableResult
  func render(
    _ renderer: SiteRenderer, _ known: Fingerprint?, into buffer: inout [UInt8]
  ) -> Fingerprint {
    switch content {
    case .page(let page):
      // Preparing the page once serves both the fingerprint and the rendering.
      let prepared = renderer.prepared(page)
      prepared.render(into: &buffer)
      return known ?? prepared.fingerprint
    case .file(let file):
      if case .made(let make) = file.contents { buffer.append(contentsOf: make()) }
      return known ?? file.fingerprint
    }
  }

  /// The file to copy; nil for a file that is rendered.
  var source: ReadableFile? {
    guard case .file(let file) = content, case .copied(let source) = file.contents else {
      return nil
    }
    return source
  }
}

extension SiteRenderer {
  /// All standalone files. If two share a path, the last one wins.
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
