extension MarkdownCost {
  /// The counts of one line.
  struct Line {
    let start: Int
    let end: Int
    private(set) var isBlank = true
    /// The number of leading markers that begin block quotes and list items, and the depth to which
    /// they may nest.
    private(set) var markers = 0
    private(set) var depth = 0
    /// Whether the line begins a list item regardless of its context.
    private(set) var beginsItem = false
    private(set) var marks = 0
    /// The largest number of marks between two pipes.
    private(set) var cellMarks = 0
    private(set) var pipes = 0
    private(set) var brackets = 0
    private(set) var ats = 0
    /// Whether the line begins with a pipe.
    private(set) var isRow = false
    /// Whether the line begins and ends with a pipe, and no pipe can be escaped.
    private(set) var isClosedRow = false
    /// Whether the line consists of dashes, colons, pipes and white space, as a delimiter row does.
    private(set) var isDelimiter = false

    init(_ bytes: [UInt8], _ range: Range<Int>) {
      (start, end) = (range.lowerBound, range.upperBound)
      let isText = { (byte: UInt8) in !Self.isSpace(byte) }
      guard let first = bytes[range].firstIndex(where: isText),
        let last = bytes[range].lastIndex(where: isText)
      else { return }
      isBlank = false
      countMarkers(bytes, range)
      countMarks(bytes, first...last)
    }

    /// - Parameter text: the line without the white space around it.
    private mutating func countMarks(_ bytes: [UInt8], _ text: ClosedRange<Int>) {
      // Most bytes are letters. The table is looked up for each, so it is fetched once.
      let marks = Self.marks
      var (hasDash, hasOther, hasEscape) = (false, false, false)
      var inCell = 0
      for index in text {
        let byte = bytes[index]
        if marks[Int(byte)] {
          self.marks += 1
          inCell += 1
        } else if Self.isLetter(byte) {
          hasOther = true
          continue
        }
        switch byte {
        case UInt8(ascii: "|"):
          pipes += 1
          cellMarks = max(cellMarks, inCell)
          inCell = 0
        case UInt8(ascii: "-"): hasDash = true
        case UInt8(ascii: ":"): break
        case UInt8(ascii: "]"):
          brackets += 1
          hasOther = true
        case UInt8(ascii: "@"):
          ats += 1
          hasOther = true
        case UInt8(ascii: "\\"), UInt8(ascii: "`"): (hasOther, hasEscape) = (true, true)
        default: if !Self.isSpace(byte) { hasOther = true }
        }
      }
      cellMarks = max(cellMarks, inCell)
      isRow = bytes[text.lowerBound] == UInt8(ascii: "|")
      let endsWithPipe = bytes[text.upperBound] == UInt8(ascii: "|")
      isClosedRow = isRow && endsWithPipe && pipes > 1 && !hasEscape
      isDelimiter = hasDash && !hasOther
    }

    /// The bytes inside a line at which cmark-gfm stops; `w` may begin a web address.
    private static let marks: [Bool] = (0..<256).map {
      "!\"&'()*.:<>@[\\]^_`w|~".utf8.contains(UInt8($0))
    }

    /// Whether a byte is a letter.
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

    private static func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || (0x09...0x0d).contains(byte)
    }

    private mutating func countMarkers(_ bytes: [UInt8], _ range: Range<Int>) {
      var (index, quotes, columns) = (range.lowerBound, 0, 0)
      func isEnd(_ index: Int) -> Bool { index >= range.upperBound || Self.isSpace(bytes[index]) }
      while index < range.upperBound {
        let start = index
        switch bytes[index] {
        case 0x09, 0x20:
          columns += bytes[index] == 0x09 ? 4 : 1
          index += 1
          continue
        case UInt8(ascii: ">"):
          // A space after the marker belongs to it.
          index += isEnd(index + 1) ? 2 : 1
          quotes += 1
        case UInt8(ascii: "-") where isEnd(index + 1), UInt8(ascii: "+") where isEnd(index + 1),
          UInt8(ascii: "*") where isEnd(index + 1):
          if markers == 0, columns < 4 { beginsItem = index + 2 < range.upperBound }
          index += 1
          columns += 1
        case 0x30...0x39:
          index += bytes[index..<range.upperBound].prefix { (0x30...0x39).contains($0) }.count
          guard index - start < 10, index < range.upperBound,
            bytes[index] == 0x2e || bytes[index] == 0x29, isEnd(index + 1)
          else { return }
          index += 1
          columns += index - start
        default: return
        }
        markers += 1
        // A list level takes at least two columns.
        depth = quotes + (columns + 1) / 2
      }
    }
  }
}
