import Diagnosing
import Foundation
import TestSites
import Testing

@testable import versus

/// `docs/rules.md` is made from the rules. `UPDATE_GOLDENS=1` rewrites it.
struct RuleReferenceTests {
  @Test func everyFileIsAListedRule() throws {
    let files = try Project.files(below: "Sources").filter { $0.contains("/Rules/") }
    let listed = Dictionary(grouping: RuleReference.all) { rule in
      rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
    #expect(files.count > 60)
    var names: Set<String> = []
    for file in files {
      let name = String(file.split(separator: "/").last?.dropLast(".swift".count) ?? "")
      #expect(names.insert(name).inserted, "\(file): another file has this name")
      #expect(
        listed[name]?.count == 1,
        "\(file): Sources/versus/RuleReference.swift must list its rule once")
    }
    for (name, rules) in listed {
      let ids = rules.map(\.id)
      #expect(names.contains(name), "\(ids): no folder Rules has a file \(name).swift")
    }
  }

  @Test func everyTextIsASentence() {
    for rule in RuleReference.all {
      for text in [rule.summary, rule.cause, rule.remedy] {
        #expect(text.hasSuffix(".") && text.count < 200, "\(rule.id): \(text)")
      }
    }
  }

  @Test func theReferenceIsUpToDate() throws {
    try Golden.check(RuleReference.markdown, "docs/rules.md", suite: "RuleReferenceTests")
  }
}
