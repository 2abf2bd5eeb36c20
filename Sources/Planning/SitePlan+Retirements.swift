import Comparing
import Content
import Diagnosing

extension SitePlan {
  /// Returns the successors of retired vendors, of those that the site knows.
  static func successors(
    of retired: [RetiredVendor], at positions: [Slug: Int], in edition: Edition
  ) -> Successors {
    let pairs = retired.compactMap { vendor in
      vendor.notice.renamedTo.flatMap { Slug($0.value) }.flatMap { next in
        positions[next] != nil || edition.position(of: next.text) != nil
          ? (vendor.slug, next) : nil
      }
    }
    return Successors(next: Dictionary(uniqueKeysWithValues: pairs))
  }

  /// Reports what disappears with retired vendors although somebody wrote it.
  func reportRetirements(into diagnostics: inout Diagnostics) {
    for vendor in retired where successors[vendor.slug] == nil {
      guard let name = vendor.notice.renamedTo, let next = Slug(name.value),
        retiredPositions[next] != nil
      else { continue }
      diagnostics.report(.renameCircle(from: vendor.slug.text, to: next.text, at: name.span))
    }
    for article in edition.library.comparisons
    where page(ofPair: article.left, article.right) == nil {
      guard let gone = [article.left, article.right].first(where: { retiredPositions[$0] != nil })
      else { continue }
      diagnostics.report(
        .unseenArticle(
          ofRetired: gone.text, successor: successors[gone]?.text, at: article.file.start))
    }
  }
}
