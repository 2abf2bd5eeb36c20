import Markup
import Testing

@Suite struct TableTests {
  @Test func tablesHaveCaptionsAndScopes() {
    let html = renderer.block(markdown("## Prices\n\n| | b |\n|---|:-:|\n| 1 | 2 |\n")).html
    #expect(html.contains("aria-label=\"Prices\"><table><caption>Prices</caption>\n<thead>"))
    #expect(html.contains("<td></td>\n<th scope=\"col\" class=\"center\">b</th>"))
    #expect(html.contains("<td>1</td>\n<td class=\"center\">2</td>"))
  }

  @Test func captionsAreUnique() {
    let table = "| a |\n|---|\n| 1 |\n\n"
    let html = renderer.block(markdown("# One\n\n\(table)\(table)## Two\n\n\(table)")).html
    for caption in ["One", "One (2)", "Two"] {
      #expect(html.contains("<caption>\(caption)</caption>"))
    }
  }

  /// Nobody wrote a caption, so none is shown; screen readers announce the columns.
  @Test func aTableWithoutHeadingIsNamedByItsColumns() {
    let html = renderer.block(markdown("| Plan | a < b |\n|---|---|\n| 1 | 2 |\n")).html
    #expect(!html.contains("<caption>"))
    #expect(html.contains("role=\"region\" tabindex=\"0\" aria-label=\"Plan, a &lt; b\"><table>\n"))
  }
}
