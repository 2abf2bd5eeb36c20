import Comparing
import Content
import Diagnosing
import Reading
import System
import TestSeeds
import TestSites
import Testing

/// The laws of the differences between two weeks, on sites with random values.
struct ChangesTests {
  static let weeks = ["2026-W13", "2026-W14"]
  static let winnerRules = [
    "{ by: headline, requireShared: 2 }", "{ by: headline, margin: 1 }", "{ by: leads }",
    "{ by: leads, margin: 1, requireShared: 2 }", "{ by: none }",
  ]

  /// Creates a site of up to 12 vendors in two weeks, with few distinct values, so that ties and
  /// changes of leaders are frequent.
  private func site(seed: UInt64, winner: String, pairs: String = "all") throws -> TestSite {
    var random = SplitMix(seed: seed)
    let site = try TestSite(withoutReports: true)
    try site.write(
      """
      title: Apps
      headline: scores.ease
      winner: \(winner)
      pairs: \(pairs)
      tiers: { gold: Gold, silver: Silver }
      groups:
        scores:
          title: Scores
          criteria:
            ease: { label: Ease, kind: score, max: 10 }
            bugs: { label: Bugs, kind: count, better: lower, within: 1 }
            price: { label: Price, kind: money, better: lower }
            note: { label: Note, kind: text }
      """, to: "content/categories/apps.yaml")
    for vendor in "abcdefghijkl".map(String.init) {
      for week in Self.weeks where random.next() % 4 > 0 {
        let value = { (highest: UInt64) in
          random.next() % 4 == 0 ? "~" : "\(random.next() % highest)"
        }
        let text = """
          ---
          name: \(vendor)\(random.next() % 8)
          tier: \(random.next() % 4 == 0 ? "gold" : "silver")
          retired: \(week == Self.weeks[1] && random.next() % 8 == 0)
          scores: { ease: \(value(4)), bugs: \(value(4)), price: \(value(2)), note: n\(value(3)) }
          ---
          """
        try site.write(text, to: "content/reports/\(week)/\(vendor).md")
      }
    }
    try site.write(
      "---\nname: Z\nscores: { ease: 1 }\n---\n", to: "content/reports/2026-W13/z.md")
    return site
  }

  private func editions(of site: TestSite) throws -> (from: Edition, to: Edition) {
    let read = try site.read()
    let library = try #require(read.library, "\(read.diagnostics.sorted.map(\.message))")
    let weeks = try Self.weeks.map { try #require(Week($0)) }
    return (Edition(library: library, week: weeks[0]), Edition(library: library, week: weeks[1]))
  }

  /// Returns every winner of a week, from a full comparison of every pair.
  private func winners(of edition: Edition) -> [String: String] {
    var winners: [String: String] = [:]
    for category in edition.categories {
      for (index, left) in category.vendors.enumerated() {
        for right in category.vendors[(index + 1)...] {
          let comparison = Comparison(of: left, and: right, in: category.category)
          let side = comparison.verdict.winner.map { $0 == .left ? "left" : "right" }
          winners["\(left.slug.text)-vs-\(right.slug.text)"] = side ?? "nobody"
        }
      }
    }
    return winners
  }

  private func side(_ side: Side?) -> String {
    side.map { $0 == .left ? "left" : "right" } ?? "nobody"
  }

  /// Returns the rows that a vendor leads, by criterion and opponent.
  private func led(by slug: Slug, in category: EditionCategory) -> Set<String> {
    guard let vendor = category.vendors.first(where: { $0.slug == slug }) else { return [] }
    return Set(
      category.vendors.filter { $0.slug != slug }.flatMap { other in
        Comparison(of: vendor, and: other, in: category.category).rows.joined()
          .filter { $0.lead == .left }.map { "\($0.criterion.id) \(other.slug.text)" }
      })
  }

  @Test(arguments: winnerRules, Seeds.first(12))
  func flipsEqualBruteForce(winner: String, seed: UInt64) throws {
    let (from, to) = try editions(of: site(seed: seed, winner: winner))
    let (before, after) = (winners(of: from), winners(of: to))
    let expected = before.filter { pair, winner in after[pair].map { $0 != winner } ?? false }
    let found = Changes(from: from, to: to).categories.flatMap(\.winners)
    #expect(Set(found.map(name)) == Set(expected.keys))
    #expect(found.count == expected.count)
    for change in found {
      #expect(side(change.from) == before[name(change)])
      #expect(side(change.to) == after[name(change)])
    }
    // Reversals come before winners gained and lost.
    #expect(found.map(\.isReversed) == found.map(\.isReversed).sorted { $0 && !$1 })
  }

  private func name(_ change: WinnerChange) -> String {
    "\(change.left.to.slug.text)-vs-\(change.right.to.slug.text)"
  }

  @Test(arguments: Seeds.first(12))
  func valuesAndLeadsEqualBruteForce(seed: UInt64) throws {
    let (from, to) = try editions(of: site(seed: seed, winner: "{ by: leads }"))
    let (old, new) = (from.categories[0], to.categories[0])
    let changes = Changes(from: from, to: to).categories[0]
    var expected: Set<String> = []
    for before in old.vendors {
      guard let after = new.vendors.first(where: { $0.slug == before.slug }) else { continue }
      for index in new.category.criteria {
        let (a, b) = (before.cell(at: index)?.text ?? "-", after.cell(at: index)?.text ?? "-")
        if a != b { expected.insert("\(before.slug.text) \(index.criterion) \(a) \(b)") }
      }
    }
    let found = changes.values.map {
      "\($0.vendor.to.slug.text) \($0.criterion.criterion) \($0.from?.text ?? "-") "
        + "\($0.to?.text ?? "-")"
    }
    #expect(Set(found) == expected && found.count == expected.count)
    let both = Set(old.vendors.map(\.slug)).intersection(new.vendors.map(\.slug))
    for change in changes.values {
      let slug = change.vendor.to.slug
      let criterion = new.category.criterion(at: change.criterion)
      func led(_ category: EditionCategory) -> Set<String> {
        self.led(by: slug, in: category).filter { entry in
          entry.hasPrefix(criterion.id + " ") && both.contains { entry.hasSuffix(" " + $0.text) }
        }
      }
      guard let leads = change.leads else {
        #expect(!criterion.isRanked)
        continue
      }
      #expect(leads.gained == led(new).subtracting(led(old)).count)
      #expect(leads.lost == led(old).subtracting(led(new)).count)
    }
  }

  @Test(arguments: Seeds.first(6))
  func vendorsEqualBruteForce(seed: UInt64) throws {
    let (from, to) = try editions(of: site(seed: seed, winner: "{ by: leads }"))
    let (old, new) = (from.categories[0].vendors, to.categories[0].vendors)
    let changes = Changes(from: from, to: to).categories[0]
    #expect(Set(changes.added.map(\.slug)) == Set(new.map(\.slug)).subtracting(old.map(\.slug)))
    #expect(Set(changes.retired.map(\.slug)) == Set(old.map(\.slug)).subtracting(new.map(\.slug)))
    let differing = { (field: (Report) -> String) in
      old.filter { before in
        new.contains { $0.slug == before.slug && field($0.report) != field(before.report) }
      }.map(\.slug)
    }
    #expect(changes.renamed.map(\.to.slug) == differing { $0.name })
    #expect(changes.tiers.map(\.to.slug) == differing { "\($0.tier ?? -1)" })
  }

  @Test(arguments: Seeds.first(4))
  func nothingChangesWithinAWeek(seed: UInt64) throws {
    let (from, to) = try editions(of: site(seed: seed, winner: "{ by: leads }"))
    #expect(Changes(from: from, to: from).isEmpty)
    #expect(Changes(from: to, to: to).isEmpty)
    #expect(!Changes(from: from, to: to).isEmpty)
  }

  @Test func onlyPairsWithAPageFlip() throws {
    let site = try TestSite(withoutReports: true)
    try site.write(
      """
      title: A
      pairs: listed
      headline: s.x
      groups: { s: { title: S, criteria: { x: { label: X, kind: score } } } }

      """,
      to: "content/categories/apps.yaml")
    for (vendor, values) in [("a", [1, 9]), ("b", [2, 2]), ("c", [3, 3])] {
      for (week, value) in zip(Self.weeks, values) {
        try site.write(
          "---\nname: \(vendor)\ns: { x: \(value) }\n---\n",
          to: "content/reports/\(week)/\(vendor).md")
      }
    }
    try site.write("---\nvendors: [a, c]\n---\n", to: "content/comparisons/a-vs-c.md")
    let (from, to) = try editions(of: site)
    let changes = Changes(from: from, to: to).categories[0]
    #expect(changes.winners.map(name) == ["a-vs-c"])
    #expect(changes.values.map(\.leads?.gained) == [2])
  }

  @Test func theSameValueInOtherDigitsIsNoChange() throws {
    let site = try TestSite(withoutReports: true)
    for (week, value) in zip(Self.weeks, ["7", "{ value: 7.0, note: measured again }"]) {
      try site.write(
        "---\nname: A\nscores: { ease: \(value) }\n---\n", to: "content/reports/\(week)/a.md")
    }
    let (from, to) = try editions(of: site)
    #expect(Changes(from: from, to: to).isEmpty)
  }
}
