import Comparing
import Diagnosing
import FoundationEssentials
import Planning
import Reading
import Templating

/// Makes the corrections log, and the links to it from what was corrected (T-13).
struct CorrectionValues {
  private let words: Wording
  /// Newest first.
  private let corrections: [Correction]

  init(_ words: Wording) {
    self.words = words
    corrections = words.plan.edition.library.corrections
  }

  /// The log, newest first.
  var log: TemplateValue { .list(corrections.indices.map(entry)) }

  /// Links to what was corrected in a vendor's reports, or in the one of a week.
  func ofVendor(_ slug: Slug, week: Week? = nil) -> TemplateValue {
    links { correction in
      guard case .vendor(let name, let corrected) = correction.subject, name.value == slug.text
      else { return false }
      return corrected == nil || week == nil || corrected == week
    }
  }

  func ofComparison(_ left: Slug, _ right: Slug) -> TemplateValue {
    links { correction in
      guard case .comparison(let name) = correction.subject else { return false }
      return name.value == "\(left.text)-vs-\(right.text)"
    }
  }

  func ofPage(_ slug: Slug) -> TemplateValue {
    links { correction in
      guard case .page(let name) = correction.subject else { return false }
      return name.value == slug.text
    }
  }

  private func links(_ isMeant: (Correction) -> Bool) -> TemplateValue {
    .list(
      corrections.indices.filter { isMeant(corrections[$0]) }.map { index in
        let text = words.say(
          .correctedOn, ["date": words.style.shown(corrections[index].date)])
        let url = words.plan.link(to: .corrections) + "#" + id(of: index)
        return .record(Record(SiteTypes.link, ["text": .text(text), "url": .text(url)]))
      })
  }

  /// Counted from the oldest, so that a new entry changes no anchor.
  private func id(of index: Int) -> String { "c-\(corrections.count - index)" }

  private func entry(_ index: Int) -> TemplateValue {
    let correction = corrections[index]
    let subject = subject(of: correction)
    return .record(
      Record(
        CorrectionTypes.correction,
        [
          "id": .text(id(of: index)),
          "date": .text(correction.date.text),
          "dateShown": .text(words.style.shown(correction.date)),
          "subject": .text(subject.text),
          "url": .optional(subject.page.map { words.plan.link(to: $0) }),
          "week": .optional(subject.week?.text),
          "wrong": .html(words.markdown.inline(correction.wrong)),
          "right": .html(words.markdown.inline(correction.right)),
        ]))
  }

  private func subject(of correction: Correction) -> (text: String, page: Page?, week: Week?) {
    let plan = words.plan
    let library = plan.edition.library
    switch correction.subject {
    case .vendor(let name, let week):
      let history = library.vendors.first { $0.slug.text == name.value }
      let text = history?.reports.last?.name ?? name.value
      return (text, Slug(name.value).flatMap { plan.page(ofVendor: $0) }, week)
    case .comparison(let name):
      let article = library.comparisons.first {
        "\($0.left.text)-vs-\($0.right.text)" == name.value
      }
      return (name.value, article.flatMap { plan.page(ofPair: $0.left, $0.right) }, nil)
    case .page(let name):
      let index = library.pages.firstIndex { $0.slug.text == name.value }
      return (index.map { library.pages[$0].title } ?? name.value, index.map { .free($0) }, nil)
    }
  }
}
