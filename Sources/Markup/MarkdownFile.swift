package import Diagnosing
import System

/// A file cut in two: the YAML between two lines of three dashes, and the text behind them.
package struct MarkdownFile {
  package let yaml: Range<Int>
  package let body: Markdown

  /// Reports front matter that does not open or does not close.
  package init?(_ file: SourceFile, into log: inout Diagnostics) {
    let start = byteOrderMarkLength(file)
    guard let open = Self.fence(file, at: start) else {
      let first = SourceSpan(file: file, range: start..<file.bytes.count).head
      log.report(.frontMatter("the file must begin with a line '---'", at: first))
      return nil
    }
    var line = open.upperBound
    while line < file.bytes.count {
      if let close = Self.fence(file, at: line) {
        yaml = open.upperBound..<line
        body = Markdown(SourceSpan(file: file, range: close.upperBound..<file.bytes.count))
        return
      }
      let end = file.bytes.firstIndex(of: UInt8(ascii: "\n"), from: line)
      line = end.map { $0 + 1 } ?? file.bytes.count
    }
    log.report(
      .frontMatter(
        "the front matter that begins here does not end with a line '---'",
        at: SourceSpan(file: file, range: start..<start + 3)))
    return nil
  }

  /// The line of three dashes that begins at an offset, with its line end.
  private static func fence(_ file: SourceFile, at start: Int) -> Range<Int>? {
    var end = start
    while end < file.bytes.count, file.bytes[end] == UInt8(ascii: "-") { end += 1 }
    guard end - start == 3 else { return nil }
    while end < file.bytes.count, [0x20, 0x09, 0x0d].contains(file.bytes[end]) { end += 1 }
    if end == file.bytes.count { return start..<end }
    return file.bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
  }
}

/// Three when the file begins with the mark, else none.
package func byteOrderMarkLength(_ file: SourceFile) -> Int {
  file.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
}

extension SourceFile {
  /// Larger files are refused (Y-03).
  package static let maxMegabytes = 16

  /// Whether the file may be parsed: of bounded size, UTF-8 throughout, without control characters.
  package func isReadable(into log: inout Diagnostics) -> Bool {
    if bytes.count > Self.maxMegabytes << 20 {
      log.report(.fileSize(Self.maxMegabytes, at: start))
      return false
    }
    guard isUTF8 else {
      let offset = firstInvalidOffset
      log.report(.invalidEncoding(at: SourceSpan(file: self, range: offset..<offset + 1)))
      return false
    }
    guard let (offset, scalar) = ControlCharacters.first(in: bytes) else { return true }
    let range = offset..<offset + String(scalar).utf8.count
    log.report(.controlCharacter(scalar, at: SourceSpan(file: self, range: range)))
    return false
  }

  private var isUTF8: Bool {
    let bytes = bytes
    return (try? UTF8Span(validating: bytes.span).count) != nil
  }

  private var firstInvalidOffset: Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return min(offset, bytes.count - 1)
      }
    }
  }

  /// The front matter and the text behind it.
  ///
  /// - Parameter required: the key that is said to be missing when the front matter is empty.
  package func frontMatter(
    required: String, into log: inout Diagnostics
  ) -> (root: YAMLNode, body: Markdown)? {
    guard isReadable(into: &log), let parts = MarkdownFile(self, into: &log) else { return nil }
    let errors = log.errorCount
    if let root = YAML.parse(self, range: parts.yaml, into: &log) { return (root, parts.body) }
    let top = SourceSpan(file: self, range: 0..<min(3, bytes.count))
    if log.errorCount == errors { log.report(.missingKey(required, at: top)) }
    return nil
  }

  /// The whole file as YAML.
  package func yaml(into log: inout Diagnostics) -> YAMLNode? {
    guard isReadable(into: &log) else { return nil }
    return YAML.parse(self, range: byteOrderMarkLength(self)..<bytes.count, into: &log)
  }
}
