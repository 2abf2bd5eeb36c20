import Foundation
import TestSites
import Testing

/// `plan --templates` shows the author of a template what to change.
struct TemplateCostTests {
  private struct Costs: Decodable {
    struct Template: Decodable {
      let category: String
      let pages: Int
      let parts: [String: Double]
      let cost: Double
      let siteCost: Double
      let expressions: [Expression]
      let furtherExpressions: Int
    }

    struct Expression: Decodable {
      let place: Place
      let cause: Place?
      let binding: String
      let occurrences: Double
      let bytes: Double
      let copies: Double
      let computations: Double
      let evaluations: Double
      let cost: Double
      let alone: Double
      let gain: Double
      let cure: String?
    }

    struct Place: Decodable {
      let file: String
      let line: Int
      let column: Int
      let code: String
      let builtIn: Bool
    }

    let templates: [Template]
  }

  private func costs(of site: TestSite) throws -> (Costs.Template, text: String) {
    let json = try Program.run([
      "plan", "--templates", "--format", "json", "-s", site.folder.path(),
    ])
    #expect(json.code == 0)
    let costs = try JSONDecoder().decode(Costs.self, from: Data(json.output.utf8))
    let text = try Program.run(["plan", "--templates", "-s", site.folder.path()])
    #expect(text.code == 0)
    return (try #require(costs.templates.first), text.output)
  }

  /// The comparison is in the author's own partial, in an unrolled loop, below cheaper expressions.
  @Test func aComparisonOfBothIsNamedFirst() throws {
    let site = try TestSite()
    try site.write(
      """
      <!doctype html>
      <title>\\(page.title)</title>
      \\(for group in comparison.groups)
      \\(for row in group.rows)
      \\(include "partials/mine", row: row)
      \\(end)
      \\(end)

      """, to: "templates/comparison.html")
    try site.write(
      "<p>\\(row.left.shown)</p>\n<p>\\(row.left.shown == row.right.shown ? \"=\" : \"\")</p>\n",
      to: "templates/partials/mine.html")
    let (template, text) = try costs(of: site)
    let first = try #require(template.expressions.first)
    #expect(first.place.file == "templates/partials/mine.html" && !first.place.builtIn)
    #expect((first.place.line, first.place.column) == (2, 6))
    #expect(first.place.code == #"row.left.shown == row.right.shown ? "=" : """#)
    #expect(first.binding == "pair" && first.computations == first.occurrences)
    #expect(first.evaluations == 0 && first.cure == nil)
    let rows = try #require(template.expressions.first { $0.place.code == "row.left.shown" })
    #expect(first.occurrences > 1 && rows.occurrences == first.occurrences)
    #expect((rows.place.line, rows.place.column, rows.binding) == (1, 6, "left"))
    #expect(first.cost > 500 * first.computations && template.cost > first.cost)
    let listed = template.expressions.reduce(template.siteCost) { $0 + $1.cost }
    #expect(template.furtherExpressions == 0 && abs(listed - template.cost) < 0.01)
    #expect(text.contains("templates/partials/mine.html:2:6: row.left.shown == row.right.shown"))
  }

  /// Two loops that share what they need: each costs all of it alone, and neither gains it.
  @Test func whatIsEvaluatedHasACure() throws {
    let site = try TestSite()
    let zipped = "\\(for (i, pro) in left.pros.enumerated())\\(right.pros[i] ?? pro)\\(end)\n"
    let chosen =
      "\\(for pro in left.pros)\\(comparison.groups[left.pros.count]?.title ?? \"\")\\(end)\n"
    func costs(_ template: String) throws -> (Costs.Template, text: String) {
      try site.write("<title>\\(page.title)</title>\n" + template, to: "templates/comparison.html")
      return try self.costs(of: site)
    }
    let (local, text) = try costs(zipped)
    let loop = try #require(local.expressions.first)
    #expect(loop.binding == "evaluated" && loop.alone < 100_000 && loop.alone == loop.gain)
    #expect(loop.cure == "loop over each vendor's list by itself, side by side in the page")
    #expect(text.contains("instead: loop over each vendor's list"))
    let single = try costs(chosen).0.expressions.first
    #expect(single.map { $0.alone > 100_000 && $0.gain == $0.alone } == true)
    let two = try costs(chosen + chosen).0.expressions.filter { $0.alone > 100_000 }
    #expect(two.count == 2)
    #expect(two.allSatisfy { $0.gain < 100_000 && $0.cost < $0.alone && $0.cure != nil })
  }

  /// The default theme needs no evaluation, and its files are marked as built in.
  @Test func theThemeIsBuiltIn() throws {
    let site = try TestSite()
    let (template, text) = try costs(of: site)
    #expect(template.pages == 1 && template.parts["evaluated"] == 0)
    #expect(template.expressions.count == 10 && template.furtherExpressions > 20)
    #expect(template.expressions.allSatisfy { $0.place.builtIn && $0.evaluations == 0 })
    let costs = template.expressions.map(\.alone)
    #expect(costs == costs.sorted(by: >))
    #expect(text.contains("[built-in]") && !text.contains("ask the comparison"))
    #expect(text.contains("the 10 of \(10 + template.furtherExpressions) expressions"))
  }

  /// A copy of a theme file costs the same as the original.
  @Test func aFileOfOnesOwnIsNot() throws {
    let site = try TestSite()
    let theme = try TestSite.themeFiles()
    let before = try costs(of: site).0
    for file in theme { try site.write(Data(file.bytes), to: "templates/" + file.path) }
    let after = try costs(of: site).0
    #expect(after.expressions.allSatisfy { !$0.place.builtIn })
    #expect(after.expressions.map(\.cost) == before.expressions.map(\.cost))
  }

  /// A page written by someone who does not know what is fast is fast, too.
  @Test func theNaivePageEvaluatesNothing() throws {
    for example in ["trust", "attributes", "panel"] {
      let site = try TestSite(withoutReports: true)
      for folder in ["Examples/\(example)/content", "Benchmarks/naive/templates"] {
        let target = site.folder.appending(
          path: folder.hasSuffix("content") ? "content" : "templates")
        try? FileManager.default.removeItem(at: target)
        try FileManager.default.copyItem(at: TestSite.root.appending(path: folder), to: target)
      }
      #expect(try costs(of: site).0.parts["evaluated"] == 0, "\(example)")
    }
  }
}
