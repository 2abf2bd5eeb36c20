import Content
import Hashing
import Markup
import Planning
import Presenting
import Templating

/// Pages as Markdown, made from the pages themselves (S-19).
extension SiteRenderer {
  /// Appends a page as Markdown.
  func writeTwin(of page: Page, into output: inout [UInt8]) {
    var html: [UInt8] = []
    render(page, into: &html)
    let text = PageMarkdown.text(of: html, origin: plan.base.origin)
    textTemplates[.twin].render(TextFile.twin(text, of: page, model.context), into: &output)
  }

  /// The fingerprint of what a page as Markdown is made from. Comparisons that have one are few, so
  /// they are rendered for it.
  func twinFingerprint(of page: Page) -> Fingerprint {
    if case .comparison = page {
      var html: [UInt8] = []
      render(page, into: &html)
      return Fingerprint { input in
        input.add(model.siteFingerprint)
        input.add(html)
      }
    }
    return Fingerprint { input in
      input.add(prepared(page).fingerprint)
      input.add("markdown")
    }
  }
}
