import Markup
import Testing

@Suite struct HeadingTests {
  /// GitHub gives the same ids to the same headings.
  @Test(arguments: [
    ("Set Up", "set-up"), ("What's new?", "whats-new"), ("A & B", "a--b"), ("`x_y` *z*", "x_y-z"),
    ("Über Größe", "über-größe"), ("C++ / C#", "c--c"), ("2.0", "20"), ("漢字", "漢字"),
    ("H<sub>2</sub>O", "h2o"), ("Vec<T>", "vect"), ("!!!", "section"),
  ])
  func idsAreGitHubs(heading: String, id: String) {
    #expect(renderer.block(markdown("## \(heading)")).headings.map(\.id) == [id])
  }

  @Test func equalHeadingsAreNumbered() {
    let ids = renderer.block(markdown("# a\n# a-1\n# a\n# a\n")).headings.map(\.id)
    #expect(ids == ["a", "a-1", "a-2", "a-3"])
  }

  /// Ids that the page itself needs count as taken.
  @Test func idsOfThePageAreLeftToIt() {
    let ids = renderer.block(markdown("# Sources\n# Sources\n# G-Force\n")).headings.map(\.id)
    #expect(ids == ["sources-1", "sources-2", "section-g-force"])
  }

  /// Behind these, the page needs every number.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "Chart", "F", "Fd", "Fn", "Fnref", "Ft", "G", "Pd", "Prompt", "Pt", "Q", "R",
    ])
  func equalHeadingsGetOtherNumbersThanThePage(heading: String) {
    let id = heading.lowercased()
    let ids = renderer.block(markdown("# \(heading)\n# \(heading)\n# \(heading)\n")).headings
    #expect(ids.map(\.id) == [id, "section-\(id)-1", "section-\(id)-2"])
  }

  @Test(arguments: [
    ("a\n\n## \n\nb", ["empty-heading 3:1 ## "]), ("#", ["empty-heading 1:1 #"]),
    ("# ![](assets/x.png)", ["empty-heading 1:1 # ![](assets/x.png)"]),
    ("> ### ###\n", ["empty-heading 1:1 > ### ###"]), ("```\n#\n```", []),
    ("# ![x](assets/x.png)", []),
  ])
  func emptyHeadingsAreReported(source: String, expected: [String]) {
    #expect(problems { markdown(source).checkBlocks(into: &$0) } == expected)
  }
}
