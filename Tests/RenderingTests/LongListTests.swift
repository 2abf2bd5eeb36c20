import Foundation
import Rendering
import TestSites
import Testing

/// No list on a page grows with the site where each page of a kind has one: the site would grow with
/// the square.
struct LongListTests {
  private func links(_ page: String?, to pattern: String) throws -> [String] {
    let page = try #require(page)
    return page.matches(of: try Regex("href=\"((?:/[^\"]*)?\(pattern))\"")).map {
      String($0.output[1].substring ?? "")
    }
  }

  @Test(arguments: [20, 21])
  func theNavigationListsFewCategories(count: Int) throws {
    let site = try TestSite()
    let rubric = try site.read(text: "content/categories/apps.yaml")
    let report = try site.read(text: "content/reports/2026-W14/beta.md")
      .replacing("See [[alpha]].", with: "Text.")
    for index in 1..<count {
      try site.write(rubric, to: "content/categories/c\(index).yaml")
      try site.write(
        report.replacing("---\nname", with: "---\ncategory: c\(index)\nname"),
        to: "content/reports/2026-W14/v\(index).md")
    }
    for name in ["alpha", "beta"] {
      let path = "content/reports/2026-W14/\(name).md"
      try site.write(
        try site.read(text: path).replacing("---\nname", with: "---\ncategory: apps\nname"),
        to: path)
    }
    let page = try #require(try site.renderer().text(at: "/apps/"))
    let navigation = try #require(page.firstMatch(of: /<nav id="nav"(.|\n)*?<\/nav>/)).output.0
    #expect(navigation.contains("All categories") == (count > 20))
    #expect(try links(String(navigation), to: "/c1/").isEmpty == (count > 20))
  }

  @Test func aRankingLinksToThoseAroundIt() throws {
    let site = try TestSite()
    try site.write(
      "title: Apps\nwinner: { by: leads }\ngroups:\n  g:\n    title: G\n    criteria:\n"
        + (0..<60).map { "      c\($0): { label: C\($0), kind: score }\n" }.joined(),
      to: "content/categories/apps.yaml")
    for name in ["alpha", "beta"] {
      try site.write(
        "---\nname: \(name)\ng:\n" + (0..<60).map { "  c\($0): \($0)\n" }.joined() + "---\n",
        to: "content/reports/2026-W14/\(name).md")
    }
    let renderer = try site.renderer()
    for (index, expected) in [(0, 1...40), (30, 10...50), (59, 19...58)] {
      let others = try links(renderer.text(at: "/apps/g/c\(index)/"), to: "/g/c[0-9]+/")
        .compactMap { Int($0.dropLast().split(separator: "/c").last ?? "") }
      #expect(others == expected.filter { $0 != index }, "ranking \(index)")
    }
    #expect(try links(renderer.text(at: "/apps/"), to: "/g/c[0-9]+/").count >= 60)
  }

  @Test func aWeekLinksToTheYearAroundIt() throws {
    let site = try TestSite()
    let weeks = (1...60).map { $0 <= 52 ? "2024-W\($0 < 10 ? "0" : "")\($0)" : "2025-W0\($0 - 52)" }
    for week in weeks {
      for name in ["alpha", "beta"] {
        let report = try site.read(text: "content/reports/2026-W14/\(name).md")
        try site.write(report, to: "content/reports/\(week)/\(name).md")
      }
    }
    let renderer = try site.renderer(week: "2025-W08")
    let all = try Set(links(renderer.text(at: "/changes/"), to: "/changes/[0-9W-]+/"))
    #expect(all.count == 59)
    for (week, count) in [("2024-W02", 52), ("2024-W40", 53), ("2025-W08", 53)] {
      #expect(
        try Set(links(renderer.text(at: "/changes/\(week)/"), to: "/changes/[0-9W-]+/")).count
          == count, "\(week)")
    }
  }
}
