import Content
import Diagnosing
import Markup
import Testing

@testable import Reading

/// Each criterion is a row of every comparison, so their number is bounded.
struct CriterionBoundTests {
  @Test(arguments: [(0, true), (1, false)])
  func aCategoryHasSoManyCriteria(more: Int, isRead: Bool) {
    let half = (0..<(Bounds.criteria / 2)).map { "      c\($0): { label: C, kind: text }\n" }
    let rest = (0..<more).map { "      d\($0): { label: D, kind: text }\n" }
    let text =
      "title: T\nwinner: { by: none }\ngroups:\n  g:\n    title: G\n    criteria:\n"
      + half.joined() + "  h:\n    title: H\n    criteria:\n" + (half + rest).joined()
    var log = Diagnostics()
    let file = SourceFile(path: "content/categories/t.yaml", text: text)
    #expect((CategoryReader.read(file, into: &log) != nil) == isRead)
    #expect(log.sorted.map(\.rule.id) == (isRead ? [] : ["markup-limit"]))
  }
}
