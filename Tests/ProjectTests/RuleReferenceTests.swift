import Diagnosing
import Foundation
import Testing

@testable import versus

/// `docs/rules.md` is made from the rules. `UPDATE_GOLDENS=1` rewrites it.
struct RuleReferenceTests {
  @Test func everyFileIsAListedRule() throws {
    let files = try Project.files(below: "Sources").filter { $0.contains("/Rules/") }
    let names = files.map { String($0.split(separator: "/").last?.dropLast(".swift".count) ?? "") }
    let expected = RuleReference.all.map { rule in
      rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
    #expect(names.count > 60 && names.sorted() == expected.sorted())
  }

  @Test func everyTextIsASentence() {
    for rule in RuleReference.all {
      for text in [rule.summary, rule.cause, rule.remedy] {
        #expect(text.hasSuffix(".") && text.count < 200, "\(rule.id): \(text)")
      }
    }
  }

  @Test func theReferenceIsUpToDate() throws {
    let path = "docs/rules.md"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(RuleReference.markdown.utf8).write(to: Project.root.appending(path: path))
    }
    #expect(try Project.read(path) == RuleReference.markdown)
  }
}
