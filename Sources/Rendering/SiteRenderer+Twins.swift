import Content
package import Hashing
import Markup
package import Planning
import Presenting
import Templating

/// Pages as Markdown, made from the pages themselves (S-19).
extension SiteRenderer {
  /// Appends a page as Markdown.
  ///
  /// - Parameter html: the page.
  package func writeTwin(of page: Page, made html: [UInt8], into output: inout [UInt8]) {
    let text = PageMarkdown.text(of: html, origin: plan.base.origin)
    textTemplates[.twin].render(TextFile.twin(text, of: page, model.context), into: &output)
  }

  func writeTwin(of page: Page, into output: inout [UInt8]) {
    var html: [UInt8] = []
    render(page, into: &html)
    writeTwin(of: page, made: html, into: &output)
  }

  /// The fingerprint of what a page as Markdown is made from. Comparisons that have one are few, so
  /// they are rendered for it.
  func twinFingerprint(of page: Page) -> Fingerprint {
    guard case .comparison = page else {
      return Self.twinFingerprint(ofPage: prepared(page).fingerprint)
    }
    var html: [UInt8] = []
    render(page, into: &html)
    return Self.twinFingerprint(
      ofPage: Fingerprint { input in
        input.add(model.siteFingerprint)
        input.add(html)
      })
  }

  /// - Parameter page: the fingerprint of what the page is made from.
  package static func twinFingerprint(ofPage page: Fingerprint) -> Fingerprint {
    Fingerprint { input in
      input.add(page)
      input.add("markdown")
    }
  }
}
