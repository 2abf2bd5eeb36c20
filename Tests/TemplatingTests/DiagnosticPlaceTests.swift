import Diagnosing
import Testing

@testable import Templating

/// A mistake is reported once, in a file that the author has.
struct DiagnosticPlaceTests {
  /// - Parameters:
  ///   - own: the author's files by path.
  ///   - builtIn: the theme's files, which the author does not have.
  private func problems(
    own: [String: String], builtIn: [String: String], strings: [StringEntry] = []
  ) -> [String] {
    var log = Diagnostics()
    func files(_ texts: [String: String]) -> [String: SourceFile] {
      Dictionary(uniqueKeysWithValues: texts.map { ($0, SourceFile(path: $0, text: $1)) })
    }
    let theme = files(builtIn)
    let sources = TemplateSources(
      files(own).merging(theme) { own, _ in own }, phrases: Phrasebook(strings, into: &log),
      builtIn: Array(theme.values))
    let compiler = TemplateCompiler(sources: sources, functions: [], unsafeHTML: false)
    let origin = SourceFile(path: "templates", bytes: []).start
    var used: Set<String> = []
    for page in ["page.html", "second.html"] where sources.contains(page) {
      let template = compiler.compile(page, schema: Sample.schema, from: origin, into: &log)
      used.formUnion(template?.files.keys.map { $0 } ?? [])
    }
    if !log.hasErrors { sources.reportUnused(besides: used, into: &log) }
    return log.sorted.map { problem in
      ([(problem.message, problem.span)] + problem.notes.map { ($0.message, $0.span) }).map {
        "\($1.file.path):\($1.startPosition.line): \($0)"
      }.joined(separator: " < ")
    }
  }

  @Test func aPartialThatManyPagesIncludeHasOneMistake() {
    let found = problems(
      own: [
        "page.html": "\n\\(include \"part\")\\(include \"part\")",
        "second.html": "\\(include \"part\")",
        "part.html": "\\(site.cuont)",
      ], builtIn: [:])
    #expect(
      found == ["part.html:1: text has no 'cuont' < page.html:2: included from here"])
  }

  @Test func theTrailLeadsThroughIncludes() {
    let found = problems(
      own: ["page.html": "\\(include \"a\")", "a.html": "\n\\(include \"b\")", "b.html": "\\(x)"],
      builtIn: [:])
    #expect(
      found == [
        "b.html:1: there is no 'x' here < a.html:2: included from here < page.html:1: included from here"
      ])
  }

  @Test func aMissingArgumentOfABuiltInPartialIsReportedAtTheInclude() {
    let found = problems(
      own: ["page.html": "\n\\(include \"part\", nmae: title)"], builtIn: ["part.html": "\\(name)"])
    #expect(
      found == [
        "page.html:2: there is no 'name' here < part.html:1: this is where it goes wrong [built-in]",
        "page.html:2: 'part' does not use 'nmae'",
      ])
  }

  @Test func aBlockThatTheAuthorsLayoutLacksIsReportedThere() {
    let found = problems(
      own: ["layout.html": "<main>\\(block other)\\(end)</main>"],
      builtIn: ["page.html": "\\(extends \"layout\")\n\\(block main)x\\(end)"])
    #expect(
      found == [
        "layout.html:1: the layout needs a block 'main' < page.html:2: it is filled here [built-in]"
      ])
  }

  @Test func aTextOfTheAuthorsIsReportedThere() {
    let text = SourceFile(path: "strings/de.yaml", text: #"\(nme) führt"#).span
    let entry = StringEntry(key: Located("leads", at: text), text: Located(text.text, at: text))
    let found = problems(
      own: [:], builtIn: ["page.html": "\\(strings.leads(name: title))"], strings: [entry])
    #expect(
      found == [
        #"strings/de.yaml:1: the string 'leads' is given \(name) < page.html:1: it is used here [built-in]"#
      ])
  }

  @Test func aMistakeInABuiltInFileIsMarked() {
    #expect(
      problems(own: [:], builtIn: ["page.html": "\\(titel)"]) == [
        "page.html:1: there is no 'titel' here [built-in]"
      ])
  }

  @Test func filesThatNoPageUsesAreNamed() {
    let found = problems(
      own: ["Page.html": "x", "partials/odd.html": "\\(1 +)"],
      builtIn: ["page.html": "x", "partials/other.html": "y"])
    #expect(
      found == [
        "Page.html:1: no page uses 'Page.html'",
        "partials/odd.html:1: no page uses 'partials/odd.html'",
        "partials/odd.html:1: expected a value",
      ])
  }

  @Test(arguments: ["{{ title }}", "{% if x %}", "<%= title %>"])
  func tagsOfOtherLanguagesAreNamedOnce(text: String) {
    let found = Sample.compile("<p>\(text)</p>\n<p>\(text)</p>")
    #expect(found.diagnostics.sorted.map(\.rule.id) == ["foreign-tag"])
    #expect(!found.diagnostics.hasErrors)
  }
}
