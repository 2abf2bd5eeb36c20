package import Diagnosing
import System

/// A file split in two: YAML between two lines of three dashes, and the text after them.
package struct MarkdownFile {
  package let yaml: Range<Int>
  package let body: Markdown

  /// Reports front matter that is not opened or not closed.
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

  /// Returns the line of three dashes that begins at an offset, including its line end.
  private static func fence(_ file: SourceFile, at start: Int) -> Range<Int>? {
    var end = start
    while end < file.bytes.count, file.bytes[end] == UInt8(ascii: "-") { end += 1 }
    guard end - start == 3 else { return nil }
    while end < file.bytes.count, [0x20, 0x09, 0x0d].contains(file.bytes[end]) { end += 1 }
    if end == file.bytes.count { return start..<end }
    return file.bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
  }
}
