import Foundation
import TestSites
import Testing

/// `init` and `new` write files that are valid at once, and that editors understand.
@Suite struct NewFileTests {
  /// A site from nothing, by `new` alone.
  private func site() throws -> Versus {
    let versus = try Versus()
    for arguments in [
      ["site"], ["category", "apps"], ["report", "ace", "2026-W14"],
      ["report", "bolt", "2026-W14"],
    ] {
      let result = try versus.run(["new"] + arguments)
      #expect(result.code == 0, "\(result.errors)")
    }
    return versus
  }

  @Test func aSiteIsMadeOfNewFiles() throws {
    let versus = try site()
    for arguments in [["author", "jane"], ["page", "about"], ["comparison", "bolt", "ace"]] {
      #expect(try versus.run(["new"] + arguments).code == 0)
      let again = try versus.run(["new"] + arguments)
      #expect(again.code == 2 && again.errors.contains("already there"))
    }
    #expect(try versus.run("new", "site").code == 2)
    let check = try versus.run("check")
    #expect(check.code == 0, "\(check.errors)")
  }

  @Test func correctionsAreAdded() throws {
    let versus = try site()
    for (page, date) in [("ace", "2026-04-03"), ("ace-vs-bolt", "2026-04-04")] {
      #expect(try versus.run("new", "correction", page, date).code == 0)
    }
    #expect(try versus.run("check").code == 0)
    let text = try versus.read("content/corrections.yaml")
    #expect(text.components(separatedBy: "- date: 2026-04-0").count == 3)
    #expect(text.hasPrefix("# yaml-language-server: $schema=.schemas/corrections.json\n"))
    #expect(try versus.run("new", "correction", "ace", "today").code == 2)
    #expect(try versus.run("new", "correction", "A", "2026-04-03").code == 2)
    try versus.write("[]\n", to: "content/corrections.yaml")
    #expect(try versus.run("new", "correction", "ace", "2026-04-03").code == 2)
    #expect(try versus.read("content/corrections.yaml") == "[]\n")
  }

  /// The texts of new files say what to write, and `check` warns until it is written.
  @Test func whatIsToBeWritten() throws {
    let versus = try site()
    let files = [
      (["author", "jane-doe"], "authors/jane-doe.yaml"), (["page", "about"], "pages/about.md"),
      (["comparison", "bolt", "ace"], "comparisons/ace-vs-bolt.md"),
      (["prompt", "go"], "prompts/go.md"),
      (["correction", "ace", "2026-04-03"], "corrections.yaml"),
    ]
    for (arguments, path) in files {
      #expect(try versus.run(["new"] + arguments).code == 0)
      let warned = try versus.run("check").errors
      #expect(warned.contains("content/\(path):"), "\(warned)")
      let text = try versus.read("content/" + path)
      #expect(text.contains("TODO: "))
      try versus.write(text.replacing("TODO: ", with: "It is "), to: "content/" + path)
    }
    let check = try versus.run("check")
    #expect(check.code == 0 && !check.errors.contains("content/authors"), "\(check.errors)")
    #expect(!check.errors.contains("TODO: what") && !check.errors.contains("comparisons"))
  }

  /// A program gets everything that it needs to write a report.
  @Test func theSkeletonOfAReport() throws {
    let versus = try site()
    let skeleton = try versus.run("new", "report", "--format", "json").object()
    #expect(skeleton["category"] as? String == "apps")
    let criteria = try #require(skeleton["criteria"] as? [[String: Any]])
    #expect(criteria.map { $0["criterion"] as? String } == ["scores.overall"])
    #expect(criteria.map { $0["kind"] as? String } == ["score"])
    let text = try #require(skeleton["text"] as? String)
    #expect(try versus.run("new", "report").output == text)
    try versus.write(text, to: "content/reports/2026-W15/core.md")
    #expect(try versus.run("check").code == 0)
  }

  @Test(arguments: ["trust", "report", "attributes", "editorial", "panel"])
  func eachWayToCompareIsAStart(_ kind: String) throws {
    let versus = try Versus()
    #expect(try versus.run("init", "--like", kind).code == 0)
    let check = try versus.run("check")
    #expect(check.code == 0, "\(check.errors)")
  }

  /// The comment of each YAML file names a schema that is there.
  @Test func editorsFindTheSchemas() throws {
    let versus = try Versus()
    #expect(try versus.run("init", "--like", "editorial").code == 0)
    let files = try versus.files(in: "content").filter { $0.key.hasSuffix(".yaml") }
    #expect(!files.isEmpty)
    for (path, data) in files {
      let text = String(decoding: data, as: UTF8.self)
      let mark = "# yaml-language-server: $schema="
      #expect(text.hasPrefix(mark), "\(path)")
      let schema = text.dropFirst(mark.count).prefix { $0 != "\n" }
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      #expect(versus.exists("content/\(folder)/\(schema)"), "\(path): \(schema)")
    }
    #expect(
      try versus.read("content/.schemas/site.json") == versus.run("schema", "site").output)
  }
}
