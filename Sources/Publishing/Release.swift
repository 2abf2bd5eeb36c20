package import Content

/// The name of a release: its number and its week, such as `0007-2026-W14`.
package struct Release: Sendable, Hashable, Comparable {
  package let number: Int
  package let week: Week

  /// The highest number that a name may have.
  static let maxNumber = 999_999_999

  package init(number: Int, week: Week) {
    self.number = number
    self.week = week
  }

  /// Returns nil for a text that is no name of a release.
  package init?(_ text: String) {
    let digits = text.prefix { $0 != "-" }
    guard let number = Int(digits), (1...Self.maxNumber).contains(number),
      let week = Week(String(text.dropFirst(digits.count + 1)))
    else { return nil }
    self.init(number: number, week: week)
    if name != text { return nil }
  }

  package var name: String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + week.text
  }

  package static func < (left: Release, right: Release) -> Bool { left.number < right.number }
}
