package import Content
import Diagnosing
import Hashing
import Markup

/// The corrections that were made after a week was frozen, and the changes that they explain.
///
/// A correction that was known when the week was frozen is part of what was frozen.
package struct LaterCorrections {
  private let corrections: [Correction]
  private let earlier: [Correction]
  private let library: Library

  package init(in library: Library, after snapshot: Snapshot) {
    self.library = library
    let known = Set(snapshot.corrections)
    let isKnown = library.corrections.map { known.contains($0.hash) }
    corrections = zip(library.corrections, isKnown).filter { !$0.1 }.map(\.0)
    earlier = zip(library.corrections, isKnown).filter(\.1).map(\.0)
  }

  /// Returns whether a correction explains why a file of the content changed: a vendor's report, a
  /// week's replaced reports, the article about a pair, or a free page.
  func explain(_ path: String) -> Bool { explains(path, among: corrections) }

  /// Returns whether only a correction that was known would explain the change.
  func explainedEarlier(_ path: String) -> Bool { explains(path, among: earlier) }

  private func explains(_ path: String, among corrections: [Correction]) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.first == "content", let file = parts.last else { return false }
    let name = file.split(separator: ".").first.map(String.init) ?? ""
    switch (parts.count, parts[1]) {
    case (3, "comparisons"), (3, "pages"):
      return corrections.contains { $0.page.value == name }
    case (4, "reports"):
      guard let week = Week(String(parts[2])) else { return false }
      if file == "*" {
        return library.vendors.contains { vendor in
          vendor.reports.contains { $0.week == week }
            && corrections.contains { $0.covers(vendor.slug, in: week) }
        }
      }
      return Slug(name).map { slug in corrections.contains { $0.covers(slug, in: week) } } ?? false
    default: return false
    }
  }
}

extension Correction {
  /// The SHA-256 of all that the entry says.
  var hash: String {
    let parts = [date.text, page.value, week?.value.text ?? "", wrong.source, right.source]
    return SHA256.digest(of: Array(parts.joined(separator: "\n").utf8))
  }
}
