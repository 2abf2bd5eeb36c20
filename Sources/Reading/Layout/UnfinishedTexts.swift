import Diagnosing
import Markup
import System

/// Finds texts that begin with the mark of what is still to be written.
///
/// Each byte is looked at a fixed number of times, however often the mark stands in a line.
struct UnfinishedTexts {
  private static let mark = Array("TODO:".utf8)
  private static let lineEnds: Set<UInt8> = [0x0a, 0x0d]
  private static let quotes: Set<UInt8> = [UInt8(ascii: "'"), UInt8(ascii: "\"")]

  private let file: SourceFile
  /// The front matter, or all of a YAML file; nil until a place depends on it.
  private var yaml: Range<Int>?
  /// How far the lines were read, and what the line there holds so far.
  private var offset = 0
  private var hasComment = false
  private var lastOfText: UInt8?
  /// The end of the line or quote that was looked at last.
  private var end = 0

  static func places(in file: SourceFile) -> [SourceSpan] {
    var texts = UnfinishedTexts(file)
    var places: [SourceSpan] = []
    var index = 0
    while let found = file.bytes.firstIndex(of: UInt8(ascii: "T"), from: index) {
      index = found + 1
      if file.bytes[found...].starts(with: mark), texts.begins(at: found) {
        places.append(texts.place(at: found))
      }
    }
    return places
  }

  private init(_ file: SourceFile) { self.file = file }

  /// Whether a text begins at an offset: a value, an item or a line, but not a comment.
  private mutating func begins(at start: Int) -> Bool {
    readLine(upTo: start)
    if hasComment { return false }
    guard let before = lastOfText else { return true }
    if !Self.isAround(file.bytes[start - 1]) { return false }
    return "-*>".utf8.contains(before) || ":,[{".utf8.contains(before) && isYAML(start)
  }

  private mutating func readLine(upTo start: Int) {
    for byte in file.bytes[offset..<start] {
      if Self.lineEnds.contains(byte) {
        (hasComment, lastOfText) = (false, nil)
      } else if !Self.isAround(byte) {
        lastOfText = byte
        if byte == UInt8(ascii: "#") { hasComment = true }
      }
    }
    offset = start
  }

  /// Whether a byte may stand between a text and what it belongs to.
  private static func isAround(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || quotes.contains(byte)
  }

  private mutating func isYAML(_ offset: Int) -> Bool {
    if yaml == nil {
      var ignored = Diagnostics()
      yaml =
        file.path.hasSuffix(".yaml")
        ? file.bytes.indices : MarkdownFile(file, into: &ignored)?.yaml ?? 0..<0
    }
    return yaml?.contains(offset) ?? false
  }

  /// The text up to the end of its line or quote.
  private mutating func place(at start: Int) -> SourceSpan {
    if end <= start {
      end =
        file.bytes[start...].firstIndex { Self.lineEnds.contains($0) || Self.quotes.contains($0) }
        ?? file.bytes.endIndex
    }
    return SourceSpan(file: file, range: start..<end)
  }
}
