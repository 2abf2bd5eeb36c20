import Diagnosing
import System

/// What a table's file looks like: its encoding, what separates values, and where the header is.
struct FormGuess {
  private(set) var form = TableForm()
  /// The keys of the mapping, with the reason for each.
  private(set) var lines: [GuessLine] = []

  private static let separators = [",", ";", "\t", "|"].map { UInt8($0.utf8.first ?? 0) }
  /// The number of records that are looked at.
  private static let sample = 200

  /// A record: the line on which it begins, and how often it has each separator.
  private struct Record {
    let line: Int
    let counts: [Int]
  }

  init(_ file: SourceFile) {
    form.hasUnnamed = true
    guard [.values, .tabbed].contains(TableKind(file)) else { return }
    var bytes = file.bytes
    if decoded(bytes, from: "UTF-8") == nil, let text = decoded(bytes, from: "cp1252") {
      form.encoding = "cp1252"
      bytes = text
      lines.append(GuessLine("encoding: cp1252", because: "the file is not in UTF-8"))
    }
    let records = Self.records(of: bytes)
    guard let best = Self.best(among: records) else { return }
    let separator = Self.separators[best.separator]
    let isUsual = separator == UInt8(ascii: TableKind(file) == .tabbed ? "\t" : ",")
    if !isUsual {
      form.separator = separator
      let text = separator == 0x09 ? "\"\\t\"" : "'\(Character(Unicode.Scalar(separator)))'"
      lines.append(
        GuessLine(
          "separator: \(text)",
          because: "\(best.share) of \(counted(records.count, "line")) have \(best.count) of them"))
    }
    let header = records.first { $0.counts[best.separator] == best.count }
    if let header, header.line > 0 {
      form.skippedRows = min(header.line, 1000)
      lines.append(
        GuessLine("skip: \(header.line)", because: "the lines above the header are shorter"))
    }
  }

  /// The separator that most records have the same number of, and of several the one that makes
  /// more columns.
  private static func best(
    among records: [Record]
  ) -> (separator: Int, count: Int, share: Int)? {
    let found = separators.indices.compactMap {
      index -> (separator: Int, count: Int, share: Int)? in
      let counts = records.map { $0.counts[index] }.filter { $0 > 0 }
      let shares = Dictionary(grouping: counts, by: \.self).mapValues(\.count)
      return shares.max { ($0.value, $0.key) < ($1.value, $1.key) }
        .map { (index, $0.key, $0.value) }
    }
    return found.max {
      ($0.share, $0.count, -$0.separator) < ($1.share, $1.count, -$1.separator)
    }
  }

  private static func records(of bytes: [UInt8]) -> [Record] {
    var records: [Record] = []
    var counts = [Int](repeating: 0, count: separators.count)
    var (line, start, isQuoted, isEmpty) = (0, 0, false, true)
    for byte in bytes + [0x0a] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0a {
        line += 1
        if isQuoted { continue }
        if !isEmpty { records.append(Record(line: start, counts: counts)) }
        if records.count == sample { break }
        counts = counts.map { _ in 0 }
        (start, isEmpty) = (line, true)
      } else if byte != 0x0d {
        isEmpty = false
        if !isQuoted, let index = separators.firstIndex(of: byte) { counts[index] += 1 }
      }
    }
    return records
  }
}

/// A line of a proposed mapping.
struct GuessLine {
  let text: String
  let reason: String?

  init(_ text: String, because reason: String? = nil) {
    self.text = text
    self.reason = reason
  }

  /// The reason as a comment, in which nothing ends the line.
  var comment: String {
    reason.map { "# " + $0.map { $0.isNewline ? " " : String($0) }.joined() } ?? ""
  }
}
