import Foundation
import TestSites
import Testing

/// S-19: pages as Markdown, with the same facts.
@Suite struct TwinTests {
  private func site(_ markdown: String = "pages", like kind: String? = nil) throws -> Versus {
    let versus = try Versus()
    #expect(try versus.run(["init"] + (kind.map { ["--like", $0] } ?? [])).code == 0)
    let site = try versus.read("content/site.yaml")
    try versus.write(site + "markdown: \(markdown)\n", to: "content/site.yaml")
    let build = try versus.run("build")
    #expect(build.code == 0, "\(build.errors)")
    return versus
  }

  /// The page of a twin, and the other way round.
  private func pages(_ versus: Versus) throws -> [(page: String, twin: String?)] {
    let files = try versus.files(in: "public")
    return files.keys.filter { $0.hasSuffix(".html") }.sorted().map { page in
      let twin = page.replacing(/\.html$/, with: ".md")
      return (page, files[twin] == nil ? nil : twin)
    }
  }

  /// The part of a page that its twin tells, without what is for use and not for reading.
  private func visible(_ html: String) -> String {
    let start = html.range(of: "<main")?.lowerBound ?? html.startIndex
    let end = html.range(of: "</main>")?.lowerBound ?? html.endIndex
    var text = String(html[start..<end])
    text.replace(
      /(?s)<(script|svg|form|nav|button|textarea|noscript|select|label)[ >].*?<\/\1>/, with: " ")
    text.replace(/(?s)<(\w+)[^>]*(aria-hidden="true"|\shidden)[^>]*>.*?<\/\1>/, with: "")
    // Words of one line may be in several elements.
    text.replace(
      /<\/?(span|a|strong|em|b|i|bdi|time|small|abbr|code|sup|sub|mark)( [^>]*)?>/, with: "")
    text.replace(/<[^>]*>/, with: " ")
    return text.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
  }

  private func figures(_ text: String) -> [String: Int] {
    Dictionary(text.matches(of: /\d+(?:[.,:\/]\d+)*/).map { (String($0.output), 1) }) { $0 + $1 }
  }

  @Test(arguments: [nil, "trust", "report", "attributes", "editorial", "panel"])
  func everyFigureOfAPageIsInItsTwin(_ kind: String?) throws {
    let versus = try site("pairs", like: kind)
    var count = 0
    for (page, twin) in try pages(versus) {
      guard let twin else { continue }
      count += 1
      let html = try versus.read("public/\(page)")
      let markdown = try versus.read("public/\(twin)").replacing("\\", with: "")
      let found = figures(markdown)
      for (figure, times) in figures(visible(html)) where found[figure, default: 0] < times {
        Issue.record("\(page): \(figure) is \(times) times on the page\n\(markdown)")
      }
      #expect(markdown.hasPrefix("# ") || markdown.contains("\n# "), "\(twin)\n\(markdown)")
      // Code shows tags as they are written, such as that of a badge.
      let prose = markdown.replacing(/(?s)```.*?```/, with: "").replacing(/`[^`\n]*`/, with: "")
      #expect(prose.firstMatch(of: /<\/?[a-z]+[ >]/) == nil, "\(twin)\n\(markdown)")
      #expect(!markdown.contains("](/") && !markdown.contains("\n\n\n"), "\(twin)\n\(markdown)")
    }
    #expect(count > 8)
  }

  /// A page names its twin, and only if there is one.
  @Test(arguments: ["none", "pages", "pairs"]) func pagesNameTheirTwins(_ markdown: String) throws {
    let versus = try site(markdown)
    let files = try versus.files(in: "public")
    for (page, twin) in try pages(versus) {
      let html = try versus.read("public/\(page)")
      let link = html.firstMatch(of: /<link rel="alternate" type="text\/markdown" href="([^"]*)">/)
      let isPair = page.contains("-vs-")
      let isExpected = markdown != "none" && page != "404.html" && (!isPair || markdown == "pairs")
      #expect((twin != nil) == isExpected, "\(page)")
      #expect(link.map { String($0.output.1.dropFirst()) } == twin, "\(page)")
    }
    #expect((files["llms.txt"] != nil) == (markdown != "none"))
  }

  @Test func llmsListsWhatThereIs() throws {
    let versus = try site()
    let list = try versus.read("public/llms.txt")
    let title = try versus.read("content/site.yaml").firstMatch(of: /title: (.*)/)?.output.1
    #expect(list.hasPrefix("# \(title ?? "")\n"))
    let links = list.matches(of: /\]\((https?:\/\/[^\/)]*\/[^)]*)\)/).map { String($0.output.1) }
    #expect(links.count > 6 && Set(links).count == links.count)
    for link in links {
      let path = link.split(separator: "/", maxSplits: 2).last.map(String.init) ?? ""
      #expect(versus.exists("public/\(path)"), "\(link)")
    }
    #expect(!list.contains("\n\n\n"), "\(list)")
  }

  /// A changed report changes its own texts; a build without a change writes nothing.
  @Test func onlyWhatChangedIsWritten() throws {
    let versus = try site("pairs")
    let before = try versus.files(in: "public")
    let again = try versus.run("build", "--format", "json").object()
    #expect(again["written"] as? Int == 0)
    let old = "content/reports/2026-W13/quill.md"
    let report = try versus.read(old)
    try versus.write(report + "\nAnother text.\n", to: old)
    #expect(try versus.run("build").code == 0)
    let after = try versus.files(in: "public")
    let changed = Set(after.filter { before[$0.key] != $0.value }.keys)
    #expect(changed.contains("vendors/quill/index.md"))
    #expect(!changed.contains("vendors/inkwell/index.md"))
    let fresh = try versus.run("build", "-o", "fresh")
    #expect(fresh.code == 0)
    #expect(try versus.files(in: "fresh") == after)
    #expect(try versus.run("build", "--verify").code == 0)
  }

  /// A site may have templates of its own.
  @Test func templatesCanBeReplaced() throws {
    let versus = try site()
    try versus.write("\\(text)\nOurs: \\(url)\n", to: "templates/markdown.md")
    try versus.write("\\(for c in categories)\\(c.title)\\(end)\n", to: "templates/llms.txt")
    #expect(try versus.run("build").code == 0)
    let page = try versus.read("public/vendors/quill/index.md")
    #expect(page.hasSuffix("/vendors/quill/\n") && page.contains("\nOurs: https://"))
    try versus.write("\\(tekst)\n", to: "templates/markdown.md")
    let wrong = try versus.run("check")
    #expect(wrong.code == 1 && wrong.errors.contains("templates/markdown.md:1:3: error: "))
  }

  @Test func tooManyComparisonsAreRefused() throws {
    let versus = try site("pairs")
    let report = "---\nname: %\nscores: { ease: 5 }\n---\n"
    for index in 0..<145 {
      try versus.write(
        report.replacing("%", with: "V\(index)"), to: "content/reports/2026-W14/v\(index).md")
    }
    let result = try versus.run("check")
    #expect(result.code == 1 && result.errors.contains("markdown: pages"), "\(result.errors)")
  }
}
