import Comparing
package import Content
import Diagnosing
import FoundationEssentials
import Markup
import Planning
package import Templating

/// Makes the values for the corrections log, and for links to it from corrected pages (T-13).
package struct CorrectionValues {
  private let context: PageContext
  /// The corrections, newest first; those of one day in the order written.
  private let corrections: [Correction]

  package init(_ context: PageContext) {
    self.context = context
    corrections = context.plan.edition.library.corrections.enumerated().sorted { a, b in
      a.element.date == b.element.date ? a.offset < b.offset : a.element.date > b.element.date
    }.map(\.element)
  }

  /// The log, newest first.
  var log: TemplateValue { .list(corrections.indices.map(entry)) }

  /// Returns links to the corrections of a vendor's reports, or of the report of one week.
  func ofVendor(_ slug: Slug, week: Week? = nil) -> TemplateValue {
    links { correction in
      week.map { correction.covers(slug, in: $0) } ?? (correction.page.value == slug.text)
    }
  }

  /// Returns links to the corrections of a pair, whose vendors may be given in either order.
  package func ofPair(_ left: Slug, _ right: Slug) -> TemplateValue {
    let names = [SlugPair.name(left.text, right.text), SlugPair.name(right.text, left.text)]
    return links { names.contains($0.page.value) }
  }

  func ofPage(_ slug: Slug) -> TemplateValue { links { $0.page.value == slug.text } }

  private func links(_ isMeant: (Correction) -> Bool) -> TemplateValue {
    .list(
      corrections.indices.filter { isMeant(corrections[$0]) }.map { index in
        let text = context.say(
          .correctedOn, ["date": context.style.shown(corrections[index].date)])
        let url = context.plan.link(to: .corrections) + "#" + id(of: index)
        return .link(text, url: url)
      })
  }

  /// Returns the anchor of an entry. Entries are counted from the oldest, so that a new entry does
  /// not change any anchor.
  private func id(of index: Int) -> String { "c-\(corrections.count - index)" }

  private func entry(_ index: Int) -> TemplateValue {
    let correction = corrections[index]
    let subject = subject(correction.page.value)
    return .record(
      Record(
        CorrectionTypes.correction,
        [
          "id": .text(id(of: index)),
          "date": .text(correction.date.text),
          "dateShown": .text(context.style.shown(correction.date)),
          "subject": .text(subject.text),
          "url": .optional(subject.url),
          "week": .optional(correction.week?.value.text),
          "wrong": .html(context.markdown.inline(correction.wrong)),
          "right": .html(context.markdown.inline(correction.right)),
        ]))
  }

  /// Returns the name and address of what an entry is about: a standalone page, a vendor or a pair.
  private func subject(_ name: String) -> (text: String, url: String?) {
    let library = context.plan.edition.library
    if let index = library.pages.firstIndex(where: { $0.slug.text == name }) {
      return (library.pages[index].title, context.plan.link(to: .standalone(index)))
    }
    if let link = context.link(to: name) { return (link.text, link.url) }
    // A retired vendor no longer has a page, and neither have its pairs.
    let history = library.vendors.first { $0.slug.text == name }
    return (history?.reports.last?.name ?? name, nil)
  }
}
