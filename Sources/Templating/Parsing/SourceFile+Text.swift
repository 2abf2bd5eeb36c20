import Diagnosing

extension SourceFile {
  /// The file without the byte-order mark that some editors put before the text.
  var text: SourceSpan {
    SourceSpan(
      file: self,
      range: min(bytes.count, bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0)..<bytes.count)
  }
}
