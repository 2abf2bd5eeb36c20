/// A file that the author wrote, as it was read: the text that every span points into.
///
/// A class, because a thousand values share one file and none of them may copy it.
package final class SourceFile: Sendable {
  /// The path relative to the source folder, with `/` between its parts.
  package let path: String
  /// The bytes as they are on disk, a byte-order mark included.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The line and column of a byte offset; an offset past the end means the end.
  ///
  /// Linear in the offset: positions are worked out only for what is printed.
  package func position(at offset: Int) -> SourcePosition {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return SourcePosition(line: line, column: end - lineStart + 1)
  }

  /// The text of the line that holds a byte offset, without its line end; bad UTF-8 is repaired.
  package func line(at offset: Int) -> String {
    let end = min(max(offset, 0), bytes.count)
    var start = end
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var stop = end
    while stop < bytes.count, bytes[stop] != UInt8(ascii: "\n") { stop += 1 }
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    return String(decoding: bytes[start..<stop], as: UTF8.self)
  }

  /// A span over the whole file.
  package var span: SourceSpan { SourceSpan(file: self, range: 0..<bytes.count) }

  /// An empty span at the start, for what concerns the file as a whole.
  package var start: SourceSpan { SourceSpan(file: self, range: 0..<0) }
}

/// A place as editors count it: lines and columns from 1, columns in UTF-8 bytes.
package struct SourcePosition: Sendable, Hashable {
  package let line: Int
  package let column: Int
}
