package import Diagnosing

/// Returns 3 when the file begins with a byte-order mark, otherwise 0.
package func byteOrderMarkLength(_ file: SourceFile) -> Int {
  file.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
}

extension SourceFile {
  /// Checks that the file may be parsed: it has a bounded size, is UTF-8 throughout, and has no
  /// control characters. Reports the first violation.
  package func isReadable(into log: inout Diagnostics) -> Bool {
    if bytes.count > Bounds.fileMegabytes << 20 {
      log.report(.fileSize(Bounds.fileMegabytes, at: start))
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

  /// Parses the front matter, and returns it with the text after it.
  ///
  /// - Parameter required: the key to report as missing when the front matter is empty.
  package func frontMatter(
    required: String, into log: inout Diagnostics
  ) -> (root: YAMLNode, body: Markdown)? {
    guard isReadable(into: &log), let parts = MarkdownFile(self, into: &log) else { return nil }
    let errors = log.errorCount
    parts.body.checkBlocks(into: &log)
    if let root = YAML.parse(self, range: parts.yaml, into: &log) { return (root, parts.body) }
    let top = SourceSpan(file: self, range: 0..<min(3, bytes.count))
    if log.errorCount == errors { log.report(.missingKey(required, at: top)) }
    return nil
  }

  /// Parses the whole file as YAML.
  package func yaml(into log: inout Diagnostics) -> YAMLNode? {
    guard isReadable(into: &log) else { return nil }
    return YAML.parse(self, range: byteOrderMarkLength(self)..<bytes.count, into: &log)
  }
}
