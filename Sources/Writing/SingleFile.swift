import Hashing
import Planning
import Rendering

/// A file that exists once: a page, an asset, or data.
struct SingleFile: Sendable {
  enum Content: Sendable {
    case page(Page)
    case bytes([UInt8])
  }

  let path: String
  let content: Content

  /// Changes with what the file is made from.
  func fingerprint(_ renderer: SiteRenderer) -> Fingerprint {
    switch content {
    case .page(let page): renderer.fingerprint(of: page)
    case .bytes(let bytes): Fingerprint(of: bytes)
    }
  }

  func render(_ renderer: SiteRenderer, into buffer: inout [UInt8]) {
    switch content {
    case .page(let page): renderer.render(page, into: &buffer)
    case .bytes(let bytes): buffer.append(contentsOf: bytes)
    }
  }
}

extension SiteRenderer {
  var singleFiles: [SingleFile] {
    (plan.singlePages + plan.documents).map {
      SingleFile(path: plan.file(of: $0), content: .page($0))
    }
      + files.map { SingleFile(path: $0.path, content: .bytes($0.bytes)) }
  }
}
