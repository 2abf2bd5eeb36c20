package import Hashing
import Planning
import Templating

/// A page that exists once, with all that it is made from, before its bytes are made.
package struct PreparedPage {
  private let renderer: SiteRenderer
  private let page: Page
  /// Nil for a document, which has no template.
  private let content: PageContent?

  init(_ page: Page, of renderer: SiteRenderer) {
    self.renderer = renderer
    self.page = page
    if case .document = page { content = nil } else { content = PageContent(page, of: renderer) }
  }

  /// Changes whenever the page does.
  package var fingerprint: Fingerprint {
    guard let content else {
      guard case .document(let document) = page else { return Fingerprint(of: []) }
      return renderer.fingerprint(of: document)
    }
    return Fingerprint { input in
      input.add(renderer.siteFingerprint)
      for value in content.globals { input.add(value) }
      input.add(content.pageRecord(of: renderer))
    }
  }

  /// Appends the bytes of a page that the plain evaluator makes: the same, more slowly.
  package func renderPlainly(into output: inout [UInt8]) {
    guard let content else { return render(into: &output) }
    renderer.templates[content.kind].render(values(of: content), into: &output)
  }

  private func values(of content: PageContent) -> [TemplateValue] {
    content.globals + [renderer.site, content.pageRecord(of: renderer)]
  }

  /// Appends the page's bytes.
  package func render(into output: inout [UInt8]) {
    guard let content else {
      if case .document(let document) = page { renderer.write(document, into: &output) }
      return
    }
    let template = renderer.templates[content.kind]
    let values = values(of: content)
    if let partners = content.partners {
      partners.template.render(values, into: &output) { partners.render($0, into: &$1) }
    } else {
      template.render(values, into: &output)
    }
  }
}
