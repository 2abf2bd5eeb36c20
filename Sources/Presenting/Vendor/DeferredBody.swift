import Hashing
import Markup
import System
import Templating

/// The text of a report, rendered when a page shows it: a build that changes nothing renders none.
struct DeferredBody {
  /// The text as HTML.
  let html: TemplateValue
  /// Its headings of level 2.
  let contents: TemplateValue

  init(_ text: Markdown, _ context: PageContext) {
    let document = Lazy<MarkdownDocument>()
    let fingerprint = { @Sendable in
      Fingerprint { input in
        input.add(text.fingerprint)
        input.add(context.linkFingerprint)
      }
    }
    let render = { @Sendable in document.value { context.markdown.block(text) } }
    html = .deferred(DeferredValue(fingerprint) { .html(render().html) })
    contents = .deferred(
      DeferredValue(fingerprint) {
        .list(render().headings.filter { $0.level == 2 }.map { .heading($0) })
      })
  }
}
