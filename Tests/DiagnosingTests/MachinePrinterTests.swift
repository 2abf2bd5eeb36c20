import FoundationEssentials
import Testing

@testable import Diagnosing

@Suite struct MachinePrinterTests {
  private struct Log: Decodable {
    struct Entry: Decodable {
      let file: String
      let line: Int
      let column: Int
      let endLine: Int
      let endColumn: Int
      let severity: String
      let rule: String
      let message: String
      let suggestion: String?
    }
    let diagnostics: [Entry]
  }

  private struct Sarif: Decodable {
    struct Run: Decodable {
      struct Tool: Decodable { let driver: Driver }
      struct Driver: Decodable { let rules: [Rule] }
      struct Rule: Decodable {
        let id: String
        let shortDescription: Text
        let fullDescription: Text
        let help: Text
      }
      struct Text: Decodable { let text: String }
      struct Result: Decodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let locations: [Location]
      }
      struct Location: Decodable { let physicalLocation: Place }
      struct Place: Decodable { let artifactLocation: Artifact; let region: Region }
      struct Artifact: Decodable { let uri: String }
      struct Region: Decodable {
        let startLine: Int
        let startColumn: Int
        let endLine: Int
        let endColumn: Int
      }
      let tool: Tool
      let columnKind: String
      let results: [Result]
    }
    let version: String
    let runs: [Run]
  }

  @Test func jsonHasTheFieldsOfTheContract() throws {
    let found = try diagnostic("a \"quoted\" /path", at: "bad", in: "é: bad", suggestion: "good")
    let text = DiagnosticFormat.json.print([found], color: true)
    let entry = try #require(
      JSONDecoder().decode(Log.self, from: Data(text.utf8)).diagnostics.first)
    #expect(entry.file == "content/site.yaml" && entry.severity == "error")
    #expect([entry.line, entry.column, entry.endLine, entry.endColumn] == [1, 5, 1, 8])
    #expect(entry.message == "a \"quoted\" /path" && entry.rule == "some-rule")
    #expect(entry.suggestion == "good" && text.hasSuffix("}\n"))
  }

  @Test func jsonOfNothingIsAnEmptyList() throws {
    #expect(DiagnosticFormat.json.print([], color: false) == "{\"diagnostics\":[]}\n")
    let found = try diagnostic("m", at: "a", in: "a")
    #expect(DiagnosticFormat.json.print([found], color: false).contains("\"suggestion\":null"))
  }

  @Test func sarifListsRulesAndCountsCharacters() throws {
    let found = try diagnostic(
      "m", at: "bad", in: "é: bad", severity: .warning, path: "a b/é.md")
    let text = DiagnosticFormat.sarif.print([found], color: false)
    let log = try JSONDecoder().decode(Sarif.self, from: Data(text.utf8))
    let run = try #require(log.runs.first)
    let result = try #require(run.results.first)
    let place = try #require(result.locations.first).physicalLocation
    #expect(log.version == "2.1.0" && run.columnKind == "unicodeCodePoints")
    #expect(run.tool.driver.rules.map(\.id) == ["some-rule"] && result.ruleIndex == 0)
    let rule = try #require(run.tool.driver.rules.first)
    #expect(rule.shortDescription.text == "Summary." && rule.fullDescription.text == "Cause.")
    #expect(rule.help.text == "Remedy.")
    #expect(result.ruleId == "some-rule" && result.level == "warning")
    #expect(place.artifactLocation.uri == "a%20b/%C3%A9.md")
    #expect(place.region.startColumn == 4 && place.region.endColumn == 7)
    #expect(place.region.startLine == 1 && place.region.endLine == 1)
    #expect(text.contains("\"$schema\":\"https://"))
  }

  @Test func githubCommandsAreEscaped() throws {
    let found = try diagnostic("100%\nof: it, ::error::x", at: "a", in: "a", path: "a,b:c.md")
    #expect(
      DiagnosticFormat.github.print([found], color: false)
        == "::error file=a%2Cb%3Ac.md,line=1,col=1,endLine=1,endColumn=2,title=some-rule"
        + "::100%25%0Aof: it, ::error::x\n")
  }
}
