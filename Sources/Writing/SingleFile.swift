import Hashing
import Planning
import Rendering

/// A file that exists once: a page, an asset, or data.
struct SingleFile: Sendable {
  enum Content: Sendable {
    case page(Page)
    case file(SiteFile)
  }

  let path: String
  let content: Content

  /// Changes with what the file is made from.
  func fingerprint(_ renderer: SiteRenderer) -> Fingerprint {
    switch content {
    case .page(let page): renderer.fingerprint(of: page)
    case .file(let file): file.fingerprint
    }
  }

  func render(_ renderer: SiteRenderer, into buffer: inout [UInt8]) {
    switch content {
    case .page(let page): renderer.render(page, into: &buffer)
    case .file(let file): buffer.append(contentsOf: file.bytes)
    }
  }
}

extension SiteRenderer {
  var singleFiles: [SingleFile] {
    (plan.singlePages + plan.documents).map {
      SingleFile(path: plan.file(of: $0), content: .page($0))
    }
      + files.map { SingleFile(path: $0.path, content: .file($0)) }
  }
}
