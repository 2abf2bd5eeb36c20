import Content
package import Diagnosing

/// The live part of a page: the preview's script and style sheet, and the diagnostics.
package struct LiveState: Sendable {
  static let prefix = "/\(PathPattern.reservedFolder)/"
  static let eventsPath = prefix + "events"

  private let diagnostics: @Sendable () -> [Diagnostic]

  /// - Parameter diagnostics: returns the current diagnostics.
  package init(diagnostics: @escaping @Sendable () -> [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// Returns the page with the script added at the end of its body, and otherwise unchanged.
  static func addingScript(to page: [UInt8]) -> [UInt8] {
    let script = Array(#"<script src="\#(prefix)live.js"></script>"#.utf8)
    let end = Array("</body>".utf8)
    var place = page.count
    var index = page.count - end.count
    while index >= 0 {
      if page[index...].starts(with: end) {
        place = index
        break
      }
      index -= 1
    }
    return page[..<place] + script + page[place...]
  }

  func answer(_ request: Request, _ path: String) -> Response {
    let name = String(path.dropFirst(Self.prefix.count))
    let files = EmbeddedFiles.folders["Sources/Previewing/Browser"] ?? []
    guard let file = files.first(where: { $0.path == name }) else {
      return .refusal(404, "nothing here")
    }
    return .content(file.bytes, type: MediaType.of(name), for: request)
  }

  /// The page that shows diagnostics while there is no site yet.
  var emptyPage: [UInt8] {
    let text = DiagnosticFormat.text.print(diagnostics(), color: false)
    let escaped = text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) }.joined()
    return Self.addingScript(
      to: Array(
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>No site yet</title></head>
        <body><main><h1>No site yet</h1><pre>\(escaped)</pre></main></body>
        </html>

        """.utf8))
  }
}
