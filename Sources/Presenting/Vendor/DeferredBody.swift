import Content
import Hashing
import Markup
import Templating

/// The text of a report, rendered when a page shows it, so that a build without changes renders no
/// text.
struct DeferredBody {
  /// The text as HTML.
  let html: TemplateValue
  /// The headings of level 2.
  let contents: TemplateValue

  init(of report: Report, _ context: PageContext) {
    let document = Derived(from: report.body, context.linkedMarkdown(of: report)) {
      $1.renderer.block($0)
    }.remembered
    html = .deferred(DeferredValue(document.map { .html($0.html) }))
    contents = .deferred(
      DeferredValue(
        document.map { .list($0.headings.filter { $0.level == 2 }.map { .heading($0) }) }))
  }
}
