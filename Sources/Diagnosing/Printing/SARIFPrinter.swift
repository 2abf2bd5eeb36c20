import System

/// Prints diagnostics as SARIF 2.1.0, which code hosts show next to the lines.
enum SARIFPrinter {
  private struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]
    private enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }
  private struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }
  private struct Tool: Encodable { let driver: Driver }
  private struct Driver: Encodable {
    let name = "versus"
    let rules: [Descriptor]
  }
  private struct Descriptor: Encodable {
    let id: String
    let shortDescription: Text
    let fullDescription: Text
    let help: Text

    init(_ rule: Rule) {
      id = rule.id
      shortDescription = Text(text: rule.summary)
      fullDescription = Text(text: rule.cause)
      help = Text(text: rule.remedy)
    }
  }
  private struct Text: Encodable { let text: String }
  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
  }
  private struct Location: Encodable { let physicalLocation: PhysicalLocation }
  private struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  private struct Artifact: Encodable { let uri: String }
  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }

  static func print(_ diagnostics: [Diagnostic]) -> String {
    let rules = Set(diagnostics.map(\.rule)).sorted { $0.id < $1.id }
    let results = diagnostics.map { result($0, ruleIndex: rules.firstIndex(of: $0.rule) ?? 0) }
    let driver = Driver(rules: rules.map { Descriptor($0) })
    return jsonText(Log(runs: [Run(tool: Tool(driver: driver), results: results)])) + "\n"
  }

  private static func result(_ diagnostic: Diagnostic, ruleIndex: Int) -> Result {
    let span = diagnostic.span
    let region = Region(
      startLine: span.startPosition.line, startColumn: column(span.range.lowerBound, of: span.file),
      endLine: span.endPosition.line, endColumn: column(span.range.upperBound, of: span.file))
    let hint = diagnostic.suggestion.map { "; did you mean '\($0)'?" } ?? ""
    return Result(
      ruleId: diagnostic.rule.id, ruleIndex: ruleIndex, level: diagnostic.severity.rawValue,
      message: Text(text: diagnostic.message + hint),
      locations: [
        Location(
          physicalLocation: PhysicalLocation(
            artifactLocation: Artifact(uri: uri(diagnostic.span.file.path)), region: region))
      ])
  }

  /// Returns the column of an offset in characters, because SARIF has no columns in bytes.
  /// `columnKind` declares the unit.
  private static func column(_ offset: Int, of file: SourceFile) -> Int {
    let end = min(max(offset, 0), file.bytes.count)
    let start = end - (file.position(at: end).column - 1)
    return file.bytes[start..<end].count { $0 & 0xc0 != 0x80 } + 1
  }

  /// Returns a relative URI, with every character percent-encoded that is not unreserved.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
        || "-._~/".utf8.contains(byte)
      return isPlain
        ? String(Unicode.Scalar(byte))
        : "%" + byte.hexadecimal(digits: 2, uppercase: true)
    }.joined()
  }
}
