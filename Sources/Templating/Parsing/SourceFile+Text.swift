import Diagnosing

extension SourceFile {
  /// The file's contents without a byte-order mark, which some editors add.
  var text: SourceSpan {
    SourceSpan(
      file: self,
      range: min(bytes.count, bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0)..<bytes.count)
  }
}
