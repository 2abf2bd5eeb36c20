import Diagnosing
import Markup
import System

/// Finds texts that begin with the mark of what is still to be written.
enum UnfinishedTexts {
  private static let mark = Array("TODO:".utf8)

  static func places(in file: SourceFile) -> [SourceSpan] {
    var places: [SourceSpan] = []
    var index = 0
    while let found = file.bytes.firstIndex(of: mark[0], from: index) {
      index = found + 1
      if file.bytes[found...].starts(with: mark), begins(at: found, in: file) {
        places.append(place(at: found, in: file))
      }
    }
    return places
  }

  /// Whether a text begins at an offset: a value, an item or a line, but not a comment.
  private static func begins(at offset: Int, in file: SourceFile) -> Bool {
    let lineEnds: Set<UInt8> = [0x0a, 0x0d]
    let line = file.bytes[..<offset].reversed().prefix { !lineEnds.contains($0) }
    if line.contains(UInt8(ascii: "#")) { return false }
    let quotes: Set<UInt8> = [0x20, 0x09, UInt8(ascii: "'"), UInt8(ascii: "\"")]
    guard let before = line.first(where: { !quotes.contains($0) }) else { return true }
    if before == line.first, !quotes.contains(before) { return false }
    return "-*>".utf8.contains(before)
      || ":,[{".utf8.contains(before) && isYAML(offset, in: file)
  }

  private static func isYAML(_ offset: Int, in file: SourceFile) -> Bool {
    if file.path.hasSuffix(".yaml") { return true }
    var ignored = Diagnostics()
    return MarkdownFile(file, into: &ignored)?.yaml.contains(offset) ?? false
  }

  /// The text up to the end of its line or quote.
  private static func place(at offset: Int, in file: SourceFile) -> SourceSpan {
    let ends: Set<UInt8> = [0x0a, 0x0d, UInt8(ascii: "'"), UInt8(ascii: "\"")]
    let text = file.bytes[offset...].prefix { !ends.contains($0) }
    return SourceSpan(file: file, range: offset..<text.endIndex)
  }
}
