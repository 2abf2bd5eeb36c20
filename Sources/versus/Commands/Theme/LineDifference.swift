/// What changed between two texts, line by line.
struct LineDifference {
  /// A line of either text, with its mark in a patch.
  fileprivate struct Line {
    let mark: Character
    let text: String
  }

  /// The number of unchanged lines around a change.
  private static let context = 3
  /// The most lines that are compared; the time grows with their square.
  private static let limit = 20_000

  /// The lines of both texts; nil if the texts are too long or no texts.
  private let lines: [Line]?

  init(from old: [UInt8], to new: [UInt8]) {
    guard let a = Self.lines(of: old), let b = Self.lines(of: new) else {
      lines = nil
      return
    }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in b.difference(from: a) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var rest = b.enumerated().makeIterator()
    var next = rest.next()
    func takeInserted() {
      while let (offset, text) = next, inserted.contains(offset) {
        lines.append(Line(mark: "+", text: text))
        next = rest.next()
      }
    }
    for (offset, text) in a.enumerated() {
      if removed.contains(offset) {
        lines.append(Line(mark: "-", text: text))
        continue
      }
      takeInserted()
      lines.append(Line(mark: " ", text: text))
      next = rest.next()
    }
    takeInserted()
    self.lines = lines
  }

  /// Returns the lines with their ends.
  private static func lines(of bytes: [UInt8]) -> [String]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let newline = UInt8(ascii: "\n")
    var lines = bytes.split(separator: newline, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self) + "\n"
    }
    guard lines.count <= limit, let last = lines.popLast() else { return nil }
    return last == "\n" ? lines : lines + [String(last.dropLast())]
  }

  /// Returns the change as a unified diff, for the program `patch`.
  func patch(of path: String) -> String {
    guard let lines else { return "" }
    var text = "--- a/\(path)\n+++ b/\(path)\n"
    // The numbers of the next line in either text.
    var (old, new) = (1, 1)
    var start = 0
    for hunk in hunks(lines) {
      for line in lines[start..<hunk.lowerBound] { count(line, &old, &new) }
      let (firstOld, firstNew) = (old, new)
      for line in lines[hunk] { count(line, &old, &new) }
      let head = { (first: Int, next: Int) in
        "\(next == first ? first - 1 : first),\(next - first)"
      }
      text += "@@ -\(head(firstOld, old)) +\(head(firstNew, new)) @@\n"
      text += lines[hunk].map(\.written).joined()
      start = hunk.upperBound
    }
    return text
  }

  private func count(_ line: Line, _ old: inout Int, _ new: inout Int) {
    if line.mark != "+" { old += 1 }
    if line.mark != "-" { new += 1 }
  }

  /// Returns the changed lines with their context; neighbours that touch are one.
  private func hunks(_ lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for place in lines.indices where lines[place].mark != " " {
      let start = max(0, place - Self.context)
      let end = min(lines.count, place + Self.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }
}

extension LineDifference.Line {
  fileprivate var written: String {
    let end = text.utf8.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n"
    return "\(mark)\(text)\(end)"
  }
}
