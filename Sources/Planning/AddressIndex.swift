import Comparing
import Reading

/// The inverse of a plan's routes: which page stands at a path.
///
/// Pages that exist once are looked up; the address of a pair is taken apart and its two slugs are
/// looked up. It grows with the vendors, and no question scans the pairs.
package struct AddressIndex: Sendable {
  private let plan: SitePlan
  private var pages: [String: Page] = [:]
  private var vendors: [String: (category: Int, position: Int)] = [:]
  private let pattern: PairPattern

  package init(_ plan: SitePlan) {
    self.plan = plan
    pattern = PairPattern(plan.edition.library.site.paths.comparison)
    for page in plan.singlePages { pages[plan.path(of: page)] = page }
    for (category, entry) in plan.edition.categories.enumerated() {
      for (position, vendor) in entry.vendors.enumerated() {
        vendors[vendor.slug.text] = (category, position)
      }
    }
  }

  /// The page whose path, from `/` and before the base path, is exactly this one.
  package subscript(path: String) -> Page? { pages[path] ?? comparison(at: path) }

  private func comparison(at path: String) -> Page? {
    for (first, second) in pattern.slugs(in: path) {
      guard let a = vendors[first], let b = vendors[second], a.category == b.category,
        let page = plan.comparison(of: a.position, and: b.position, inCategory: a.category),
        plan.path(of: page) == path
      else { continue }
      return page
    }
    return nil
  }
}

/// The text of a comparison's address around its two slugs.
private struct PairPattern: Sendable {
  let before: String
  let between: String
  let after: String

  /// Content is valid, so the pattern has two gaps with text between them.
  init(_ pattern: PathPattern) {
    let marks = pattern.path(["left": "\0", "right": "\0"])
    let texts = marks.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
    (before, between, after) =
      texts.count == 3 ? (texts[0], texts[1], texts[2]) : (marks, "\0", "")
  }

  /// What may stand in the gaps. A slug may begin with `vs-` or end in `-vs`, so there can be more
  /// than one way to divide a path; a slug is short, so there are few.
  func slugs(in path: String) -> [(String, String)] {
    guard path.utf8.count <= 4096, path.hasPrefix(before), path.hasSuffix(after) else { return [] }
    let inner = Array(path.utf8.dropFirst(before.utf8.count).dropLast(after.utf8.count))
    let mark = Array(between.utf8)
    guard !mark.isEmpty, inner.count > mark.count else { return [] }
    return (1..<(inner.count - mark.count + 1)).filter {
      inner[$0...].starts(with: mark)
    }.map {
      (
        String(decoding: inner[..<$0], as: UTF8.self),
        String(decoding: inner[($0 + mark.count)...], as: UTF8.self)
      )
    }
  }
}
