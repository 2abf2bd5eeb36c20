import Diagnosing
import Reading
import TestSites
import Testing

/// Texts that begin with `TODO:` are still to be written.
struct UnfinishedTextTests {
  private func places(_ path: String, _ text: String) throws -> [String] {
    let site = try TestSite()
    try site.write(text, to: path)
    return try site.read().diagnostics.sorted.filter { $0.rule.id == "unfinished-text" }.map {
      "\($0.span.startPosition.line):\($0.span.startPosition.column) \($0.span.text)"
    }
  }

  @Test func whereTheyStand() throws {
    let path = "content/reports/2026-W14/alpha.md"
    #expect(
      try places(
        path,
        """
        ---
        name: Alpha
        summary: 'TODO: a summary'   # TODO: shorter
        pros: ["TODO: one", 'a TODO: b']
        cons:
          - 'TODO: two'
        # bestFor: ['TODO: four']
        ---
        TODO: the text

        A TODO: in a line, `TODO:`, TODOS: and xTODO: are none.

        - TODO: three
        """) == [
          "3:11 TODO: a summary", "4:9 TODO: one", "6:6 TODO: two", "9:1 TODO: the text",
          "13:3 TODO: three",
        ])
    #expect(try places(path, "---\nname: Alpha\ndraft: yes\n---\nTODO: later\n").isEmpty)
    #expect(
      try places("content/authors/jane.yaml", "name: 'TODO: the name'\n") == [
        "1:8 TODO: the name"
      ])
  }
}
