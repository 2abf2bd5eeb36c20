import Hashing
package import System

/// A list of files as text: a header, then one file a line with its fingerprint, size and path.
extension SentFiles {
  /// The most bytes of a list that are read; no site has a longer one.
  package static let maxBytes = 1 << 31

  fileprivate static let header = "versus files 1"

  package var text: String {
    paths.compactMap { files[$0] }.reduce(into: Self.header + "\n") {
      $0 += "\($1.fingerprint.text()) \($1.size) \($1.path)\n"
    }
  }

  /// About how many bytes the text has.
  var textBytes: Int { files.values.reduce(0) { $0 + $1.path.utf8.count + 42 } }

  /// Reads a list; nil for a text that is none, or that names anything outside of the site (Y-07).
  package init?(text: String) {
    var lines = SentFileLines()
    guard lines.take(Array(text.utf8)[...]), lines.isComplete else { return nil }
    self.init(lines.files)
  }

  /// Reads a list; nil for a file that is none. Reading ends at the first line that makes no sense.
  package init?(_ list: borrowing InputFile) {
    if list.size > Self.maxBytes { return nil }
    var lines = SentFileLines()
    while true {
      guard let piece = try? list.nextPiece() else { return nil }
      if piece.isEmpty { break }
      guard lines.take(piece[...]) else { return nil }
    }
    guard lines.isComplete else { return nil }
    self.init(lines.files)
  }
}

/// The lines of a list, which come in pieces.
private struct SentFileLines {
  private(set) var files: [SentFile] = []
  /// The bytes of all files. Their sum is a number, too.
  private var total = 0
  private var hasHeader = false
  private var rest: [UInt8] = []

  /// No path is longer than the system allows.
  private static let maxLineBytes = 8192

  /// Whether the text ended with a line end.
  var isComplete: Bool { hasHeader && rest.isEmpty }

  /// Returns false when a line makes no sense.
  mutating func take(_ piece: ArraySlice<UInt8>) -> Bool {
    let lineEnd = UInt8(ascii: "\n")
    var start = piece.startIndex
    while let end = piece[start...].firstIndex(of: lineEnd) {
      rest += piece[start..<end]
      guard takeLine() else { return false }
      rest.removeAll(keepingCapacity: true)
      start = end + 1
    }
    rest += piece[start...]
    return rest.count <= Self.maxLineBytes
  }

  private mutating func takeLine() -> Bool {
    let line = String(decoding: rest, as: UTF8.self)
    guard hasHeader else {
      hasHeader = line == SentFiles.header
      return hasHeader
    }
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let fingerprint = Fingerprint(text: String(parts[0])),
      let size = Int(parts[1]), size >= 0, parts[2].isRelativePath
    else { return false }
    let (sum, isTooMuch) = total.addingReportingOverflow(size)
    total = sum
    files.append(SentFile(path: String(parts[2]), size: size, fingerprint: fingerprint))
    return !isTooMuch
  }
}
