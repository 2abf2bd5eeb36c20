import Comparing
import Content
import Diagnosing
import Foundation
import Planning
import Reading
import Templating
import TestSites
import Testing

@testable import Rendering

/// What is said of the mistakes that designers make. `docs/template-mistakes.md` shows it;
/// `UPDATE_GOLDENS=1` writes that anew.
struct MistakeReferenceTests {
  /// A mistake in the page of a comparison, or in a partial that it includes.
  private struct Mistake {
    let title: String
    let main: String
    var files: [String: String] = [:]

    init(_ title: String, _ main: String, _ files: [String: String] = [:]) {
      (self.title, self.main, self.files) = (title, main, files)
    }
  }

  private static let mistakes = [
    Mistake("A misspelt member", #"\(left.nmae)"#),
    Mistake("A misspelt name", #"\(comparisson.winner)"#),
    Mistake("A value that may be missing", #"\(left.tagline)"#),
    Mistake("A member of what may be missing", #"\(comparison.winner.name)"#),
    Mistake("A record instead of its text", #"\(left)"#),
    Mistake("A number where a text is joined", #"\("Points: " + comparison.tally.left)"#),
    Mistake("A text in a condition", #"\(if left.name)x\(end)"#),
    Mistake("A value that may be missing, in a condition", #"\(if comparison.winner)x\(end)"#),
    Mistake("A truth value as text", #"\(left.isStale)"#),
    Mistake("A comparison of a number with a text", #"\(if comparison.tally.left == "3")x\(end)"#),
    Mistake("An `if` without its `end`", "\\(if left.isStale)\n<p>old</p>\n<p>x</p>"),
    Mistake("An `end` too many", #"\(if left.isStale)x\(end)\(end)"#),
    Mistake("The end of another language", #"\(if left.isStale)x\(endif)"#),
    Mistake("`elseif`", #"\(if left.isStale)x\(elseif right.isStale)y\(end)"#),
    Mistake("`and` for `&&`", #"\(if left.isStale and right.isStale)x\(end)"#),
    Mistake("Single quotes", #"\(asset('site.css'))"#),
    Mistake("Quotes of a word processor", "\\(left.name == \u{201c}x\u{201d} ? \"a\" : \"b\")"),
    Mistake(
      "Operators that an editor has escaped", #"\(if left.isStale &amp;&amp; right.isStale)x\(end)"#
    ),
    Mistake("A space that does not break", "\\(left.isStale\u{a0}? \"a\" : \"b\")"),
    Mistake("Tags of another language", "<p>{{ left.name }}</p>"),
    Mistake("A filter of another language", #"\(left.name | upper)"#),
    Mistake("A loop over one thing", #"\(for x in left)x\(end)"#),
    Mistake("A loop with a position", #"\(for (i, pro) in left.pros)\(i)\(end)"#),
    Mistake("A method without its parentheses", #"\(left.name.uppercased)"#),
    Mistake("A partial that is not there", #"\(include "partials/vendor-crad", vendor: left)"#),
    Mistake(
      "A partial that is not given what it uses", #"\(include "partials/mine")"#,
      ["partials/mine.html": "<p>\n\\(vendor.name)</p>\n"]),
    Mistake(
      "A partial that is given too much", #"\(include "partials/mine", vendor: left, size: 3)"#,
      ["partials/mine.html": "\\(vendor.name)\n"]),
    Mistake(
      "A block that the layout does not have", #""#,
      ["comparison.html": "\\(extends \"base\")\n\\(block mian)x\\(end)\n"]),
    Mistake(
      "Text beside the blocks", #""#,
      ["comparison.html": "\\(extends \"base\")\n<p>x</p>\n\\(block main)x\\(end)\n"]),
    Mistake("A word that is not among the strings", #"\(strings.winer)"#),
    Mistake("A string without its values", #"\(strings.leads)"#),
    Mistake(
      "A file that is not among the assets", #"<link rel="stylesheet" href="\(asset("sit.css"))">"#),
    Mistake("A value in a script", #"<script>const name = "\(left.name)";</script>"#),
    Mistake("A text in a style", #"<p style="color: \(left.name)">x</p>"#),
    Mistake("A value in a style sheet", #"<style>p { width: \(comparison.tally.left)px }</style>"#),
    Mistake("An attribute without quotes", #"<p title=\(left.name)>x</p>"#),
    Mistake("A handler", #"<p onclick="go('\(left.slug)')">x</p>"#),
    Mistake("HTML in an attribute", #"<p title="\(left.pros.first ?? "")">x</p>"#),
    Mistake("A quote that is not closed", "<p class=\"a>\\(left.name)</p>"),
    Mistake("Content that is inserted raw", #"\(raw: left.name)"#),
    Mistake(
      "A setting that `theme.yaml` lacks", #"\(theme.acent)"#, ["theme.yaml": "accent: \"#06c\"\n"]),
    Mistake("A setting without a value", #"\(theme.accent)"#, ["theme.yaml": "accent:\n"]),
    Mistake("A member of another language", #"\(left.name.toUpperCase())"#),
    Mistake("An element of a record", #"\(left["name"])"#),
    Mistake("A text of the theme in brackets", #"\(strings["winner"])"#),
    Mistake("`null`", #"\(left.tagline == null ? "a" : "b")"#),
    Mistake("`unless`", #"\(unless left.isStale)x\(end)"#),
    Mistake("`switch`", #"\(switch left.tier)x\(end)"#),
    Mistake("`foreach`", #"\(foreach pro in left.pros)\(pro)\(end)"#),
    Mistake("`of` for `in`", #"\(for pro of left.pros)\(pro)\(end)"#),
    Mistake("`let` in a loop", #"\(for let pro in left.pros)\(pro)\(end)"#),
    Mistake(
      "Two names without parentheses", #"\(for i, pro in left.pros.enumerated())\(i) \(pro)\(end)"#),
    Mistake("A range with its end", #"\(for i in 0...3)\(i)\(end)"#),
    Mistake("A number for a list", #"\(for i in 3)\(i)\(end)"#),
    Mistake("`var`", #"\(var name = left.name)\(name)"#),
    Mistake("A name without `let`", #"\(name = left.name)"#),
    Mistake("`else` with a condition", #"\(if left.isStale)x\(else right.isStale)y\(end)"#),
    Mistake("`then`", #"\(if left.isStale then)x\(end)"#),
    Mistake("A brace", #"\(if left.isStale {)x\(end)"#),
    Mistake("A parenthesis that is not closed", #"\(if (left.isStale)x\(end)"#),
    Mistake("An element by its number", #"\(comparison.groups.0.title)"#),
    Mistake("A comment beside an expression", #"\(left.name // the name)"#),
    Mistake("An exclamation mark for what may be missing", #"\(left.tagline!)"#),
    Mistake("`||` for `??`", #"\(left.tagline || "none")"#),
    Mistake("A value that may be missing, before `?`", #"\(left.tagline ? "a" : "b")"#),
    Mistake("`?? nil`", #"\(left.tagline ?? nil)"#),
    Mistake("A partial without quotes", #"\(include partials/vendor-card)"#),
    Mistake("A partial with a value in its name", #"\(include "partials/groups/\(left.slug)")"#),
    Mistake("A partial in parentheses", #"\(include("partials/vendor-card"))"#),
    Mistake("Values of a partial without a comma", #"\(include "partials/logo" vendor: left)"#),
    Mistake("A block in quotes", #"\(block "extra")x\(end)"#),
    Mistake("`raw` without its colon", #"\(raw left.name)"#),
    Mistake("An asset with its folder", #"<img src="\(asset("assets/site.css"))" alt="">"#),
    Mistake("Parentheses behind `round`", #"\(round(left.pros.count))"#),
    Mistake("A condition that is always the same", #"\(if left != nil)x\(end)"#),
    Mistake(
      "A branch that is never reached", #"\(if left.isStale)a\(else if left.isStale)b\(end)"#),
    Mistake("A loop over nothing", #"\(for pro in left.pros.prefix(0))\(pro)\(end)"#),
    Mistake("A condition between equal values", #"\(left.isStale ? "old" : "old")"#),
    Mistake("A name that nothing uses", #"\(let name = left.name)x"#),
    Mistake(
      "A position that nothing uses", #"\(for (i, pro) in left.pros.enumerated())\(pro)\(end)"#),
    Mistake("Tags with nothing between them", #"\(if left.isStale)\(end)"#),
    Mistake(
      "A setting that no template reads", #"\(theme.accent)"#,
      ["theme.yaml": "accent: \"#06c\"\nacent: \"#06c\"\n"]),
  ]

  @Test func theReferenceIsUpToDate() throws {
    var text = """
      # Mistakes in templates

      What `versus check` says of mistakes that designers make, each in `templates/comparison.html` unless
      another file is named. A test writes this page, so it is what is said today.

      """
    for mistake in Self.mistakes {
      let said = try said(of: mistake)
      #expect(!said.isEmpty, "\(mistake.title)")
      // One slip, one error.
      #expect(said.count == 1, "\(mistake.title): \(said)")
      text += "\n## \(mistake.title)\n\n```\n"
      if !mistake.main.isEmpty { text += mistake.main + "\n" }
      for (path, content) in mistake.files.sorted(by: { $0.key < $1.key }) {
        text += "\n\(path):\n\(content)"
      }
      text += "```\n\n" + said.map { "- \($0)\n" }.joined()
    }
    try Golden.check(text, "docs/template-mistakes.md", suite: "MistakeReferenceTests")
  }

  private func said(of mistake: Mistake) throws -> [String] {
    var log = Diagnostics()
    let folder = try ContentFolder(TestSite.root.appending(path: "Tests/Sites/base").path())
    let library = try #require(try ContentReader(folder: folder, jobs: 2).read(into: &log))
    let week = try #require(Edition.newestWeek(in: library))
    let base = try #require(BaseAddress(library.site.baseURL.value))
    let plan = SitePlan(Edition(library: library, week: week), base: base, into: &log)
    let page = "\\(extends \"base\")\n\\(block main)\n\(mistake.main)\n\\(end)\n"
    let files = ["comparison.html": page].merging(mistake.files) { $1 }
    let own: [SourceFile] = files.sorted { $0.key < $1.key }.map {
      SourceFile(path: "templates/" + $0.key, text: $0.value)
    }
    var found = Diagnostics()
    let theme = Theme(
      builtIn: try TestSite.themeFiles(), own: own, language: library.site.language, into: &found)
    _ = SiteRenderer(plan, theme: theme, into: &found)
    return found.sorted.filter { $0.rule.id != "unused-file" }.map { problem in
      let place = problem.span.startPosition
      let hint = problem.suggestion.map { "; did you mean `\($0)`?" } ?? ""
      let notes = problem.notes.map { note in
        let place = note.span.startPosition
        return "\n  - \(note.span.file.path):\(place.line):\(place.column): \(note.message)"
      }.joined()
      return
        "\(problem.span.file.path):\(place.line):\(place.column): \(problem.severity.rawValue): "
        + "\(problem.message)\(hint) (`\(problem.rule.id)`)\(notes)"
    }
  }
}
