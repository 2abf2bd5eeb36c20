import Synchronization
import System

/// A file that the author wrote, as it was read. Spans point into its bytes.
///
/// A class, because a thousand values share one file and none of them may copy it.
package final class SourceFile: Sendable {
  /// The path relative to the source folder, with `/` between its parts.
  package let path: String
  /// The bytes on disk, including a byte-order mark.
  package let bytes: [UInt8]
  private let lineStarts = Mutex<[Int]?>(nil)

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Returns whether both files have the same path and equal bytes.
  package func isSame(as other: SourceFile) -> Bool {
    self === other || path == other.path && bytes.equals(other.bytes)
  }

  /// Returns the line and column of a byte offset. An offset past the end means the end.
  ///
  /// The first call takes linear time, further calls logarithmic time, because a file may have
  /// thousands of mistakes.
  package func position(at offset: Int) -> SourcePosition {
    let end = min(max(offset, 0), bytes.count)
    return lineStarts.withLock { known in
      let starts = known ?? Self.lineStarts(in: bytes)
      known = starts
      var (low, high) = (0, starts.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if starts[middle] <= end { low = middle } else { high = middle - 1 }
      }
      return SourcePosition(line: low + 1, column: end - starts[low] + 1)
    }
  }

  /// Returns the offset of each line. Computed on demand, because few files have diagnostics.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    return starts
  }

  /// A span that covers the whole file.
  package var span: SourceSpan { SourceSpan(file: self, range: 0..<bytes.count) }

  /// An empty span at the start of the file, for diagnostics about the file as a whole.
  package var start: SourceSpan { SourceSpan(file: self, range: 0..<0) }
}

/// A position as editors count it: lines and columns start at 1, and columns are UTF-8 bytes.
package struct SourcePosition: Sendable, Hashable {
  package let line: Int
  package let column: Int
}
