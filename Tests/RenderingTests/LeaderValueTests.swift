import Diagnosing
import Foundation
import TestSeeds
import TestSites
import Testing

/// Where one value leads another, the two look different, on comparison pages and in rankings.
/// `Tests/Site` holds the pages of the sites in the repository to the same law.
struct LeaderValueTests {
  @Test(arguments: Seeds.first(12))
  func leadersLookDifferent(seed: UInt64) throws {
    let language = seed.isMultiple(of: 2) ? "en" : "de"
    let rendered = try RenderedSite(TestSite.ofAllKinds(seed: seed, language: language))
    try #require(!rendered.isRefused, "\(rendered.diagnostics.map(\.message))")
    var leaders = 0
    for (path, bytes) in rendered.files where path.hasPrefix("/compare/") || path == "/apps/" {
      for table in tables(String(decoding: bytes, as: UTF8.self)) {
        // A comparison names one leader per row, a ranking one per column.
        for line in path == "/apps/" ? columns(of: table) : table {
          let leading = line.filter(\.leads)
          leaders += leading.count
          for leader in leading {
            let alike = line.filter { !$0.leads && $0.isRanked && $0.text == leader.text }
            #expect(alike.isEmpty, "seed \(seed), \(path): \(leader.text)")
          }
        }
      }
    }
    #expect(leaders > 50)
  }

  private struct ShownValue {
    let text: String
    let leads: Bool
    let isRanked: Bool
  }

  private func tables(_ page: String) -> [[[ShownValue]]] {
    page.matches(of: #/<tbody>(?s:.*?)</tbody>/#).map { body in
      body.output.split(separator: #/<tr\b[^>]*>/#).dropFirst().map { row in
        row.matches(of: #/<td class="(lead|)"([^>]*)>((?s:.*?))</td>/#).map { cell in
          ShownValue(
            text: shown(String(cell.3)), leads: cell.1 == "lead",
            isRanked: !cell.2.contains("\"0\"") && !cell.3.contains("—"))
        }
      }
    }
  }

  private func columns(of rows: [[ShownValue]]) -> [[ShownValue]] {
    (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column] } }
  }

  /// The value without marks, notes and words for screen readers.
  private func shown(_ html: String) -> String {
    html.replacing(#/<small.*?</small>|<span class="vh">.*?</span>/#, with: "")
      .replacing(#/<[^>]*>/#, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
