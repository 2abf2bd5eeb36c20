import Foundation
import Markup
import Testing

/// The examples of the GitHub Flavored Markdown specification, which Debian's `cmark-gfm` includes,
/// compared with the output of that program.
///
/// The words that a reader sees are equal, except where documented: raw HTML that is not shown is
/// reported, tags of unknown elements are text, images from other sites are replaced by their
/// alternative text, and task boxes are characters.
@Suite(.enabled(if: Specification.isInstalled)) struct SpecificationTests {
  @Test func noVisibleTextIsLostOrAdded() throws {
    let examples = try Specification.examples()
    #expect(examples.count > 600)
    var differences: [String] = []
    for (number, source) in examples.enumerated() {
      let expected = words(try Specification.html(of: source))
      let actual = words(renderer.block(markdown(source)).html)
      if expected == actual { continue }
      if !problems({ markdown(source).checkBlocks(into: &$0) }).isEmpty { continue }
      differences.append("\(number + 1): \(source)\n\(expected)\n\(actual)")
    }
    for difference in differences { Issue.record("\(difference)") }
  }

  private func words(_ html: String) -> [String] {
    var html = html.replacing(#/<!--(.|\n)*?-->/#, with: "")
    html = html.replacing(#/<(br /|/?(p|li|t[dhr]|h\d|ul|ol|blockquote|pre)\b[^>]*)>/#, with: " ")
    html = html.replacing(#/<img [^>]*alt="([^"]*)"[^>]*>/#) { $0.1 }
    html = html.replacing(#/[☑☐]/#, with: "")
    let text = visibleText(ofHTML: html).replacing(#/<[^<>]*>|\*/#, with: "")
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

enum Specification {
  static let isInstalled =
    FileManager.default.isExecutableFile(atPath: program)
    && FileManager.default.fileExists(atPath: text)

  private static let program = "/usr/bin/cmark-gfm"
  private static let text = "/usr/share/doc/cmark-gfm/spec.txt.gz"

  /// Returns the sources of the examples; an arrow stands for a tab.
  static func examples() throws -> [String] {
    let text = try output(of: "/usr/bin/gzip", ["-dc", text])
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: "\n\(fence) example").dropFirst().map { part in
      let lines = part.components(separatedBy: "\n").dropFirst()
      return lines.prefix { $0 != "." }.joined(separator: "\n")
        .replacingOccurrences(of: "→", with: "\t") + "\n"
    }
  }

  static func html(of source: String) throws -> String {
    let arguments = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]
    return try output(
      of: program, ["--unsafe"] + arguments.flatMap { ["-e", $0] }, input: source)
  }

  private static func output(
    of program: String, _ arguments: [String], input: String = ""
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let (input, output) = (source(input), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static func source(_ text: String) -> Pipe {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(text.utf8))
    try? pipe.fileHandleForWriting.close()
    return pipe
  }
}
