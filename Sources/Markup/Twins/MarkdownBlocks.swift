import System

/// Puts a text in Markdown together, block by block.
struct MarkdownBlocks {
  /// A place in the block that is being written.
  struct Place {
    fileprivate let block: Int
    fileprivate let offset: Int
  }

  /// A list item or a quote around what is written.
  private struct Level {
    let first: [UInt8]
    let rest: [UInt8]
    var isBegun = false
  }

  private var output: [UInt8] = []
  /// The text of the block, with its marks.
  private var line: [UInt8] = []
  /// Changes with each block.
  private var block = 0
  private var levels: [Level] = []
  /// Whether the last block was in an item.
  private var wasItem = false
  private var isTerm = false
  /// Whether the definition of a term may follow on its line.
  private var isDefined = false
  /// The number of open elements whose text is code.
  private var codes = 0
  private var isPreformatted = false
  /// Whether what comes next in a cell of a table is set off already.
  private var isSetOff = false
  private var table: MarkdownRows?

  /// The text, with a line end behind it.
  mutating func finished() -> String {
    endBlock()
    if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
    return String(decoding: output, as: UTF8.self)
  }

  var place: Place { Place(block: block, offset: line.count) }

  private var isInCell: Bool { table?.isInCell == true }

  // MARK: Text

  /// Adds a text, whose spaces count as one, and in which nothing becomes a mark.
  mutating func add(_ text: ArraySlice<UInt8>) {
    if isPreformatted {
      line += text
      return
    }
    let isInCell = isInCell
    var isSpaced = line.isEmpty || line.last == UInt8(ascii: " ") || line.last == UInt8(ascii: "\n")
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      while index < text.endIndex, Self.isPlain(text[index]) { index += 1 }
      if index > start {
        line += text[start..<index]
        (isSpaced, isSetOff) = (false, false)
      }
      guard index < text.endIndex else { return }
      let byte = text[index]
      index += 1
      if byte == 0x20 || (0x09...0x0d).contains(byte) {
        if !isSpaced { line.append(UInt8(ascii: " ")) }
        isSpaced = true
        continue
      }
      // An `&` before a space begins no reference.
      let isLoneAnd =
        byte == UInt8(ascii: "&") && index < text.endIndex && text[index] == UInt8(ascii: " ")
      let isMark = codes == 0 && Self.isMark(byte) && !isLoneAnd
      if isMark || isInCell && byte == UInt8(ascii: "|") { line.append(UInt8(ascii: "\\")) }
      line.append(byte)
      (isSpaced, isSetOff) = (false, false)
    }
  }

  /// Whether a byte is written as it is, wherever it stands.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "|") && !isMark(byte)
  }

  /// Whether a byte means something anywhere in a line.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "~"),
      UInt8(ascii: "&"):
      true
    default: false
    }
  }

  mutating func breakLine() {
    if isPreformatted {
      line.append(UInt8(ascii: "\n"))
    } else if isInCell || line.isEmpty {
      add([UInt8(ascii: " ")])
    } else {
      trimEnd()
      line += Array("\\\n".utf8)
    }
  }

  /// Puts marks around what was written since a place, without the spaces at its ends.
  mutating func wrap(from start: Place, in opening: [UInt8], _ closing: [UInt8]) {
    guard start.block == block, start.offset < line.count, codes == 0 else { return }
    let content = line[start.offset...]
    guard let first = content.firstIndex(where: { $0 != 0x20 }),
      let last = content.lastIndex(where: { $0 != 0x20 })
    else { return }
    line.insert(contentsOf: closing, at: last + 1)
    line.insert(contentsOf: opening, at: first)
  }

  // MARK: Code

  mutating func beginCode(isBlock: Bool) {
    if isBlock {
      endBlock()
      isPreformatted = !isInCell
    }
    codes += 1
  }

  mutating func endCode(from start: Place) {
    codes = max(0, codes - 1)
    if isPreformatted || codes > 0 { return }
    let hasTick = start.block == block && line[start.offset...].contains(UInt8(ascii: "`"))
    let (opening, closing) = hasTick ? ("`` ", " ``") : ("`", "`")
    wrap(from: start, in: Array(opening.utf8), Array(closing.utf8))
  }

  mutating func endCodeBlock() {
    codes = max(0, codes - 1)
    guard isPreformatted else { return endBlock() }
    isPreformatted = false
    while line.last == UInt8(ascii: "\n") { line.removeLast() }
    let ticks = line.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: max(3, ticks + 1))
    line = fence + Array("\n".utf8) + line + Array("\n".utf8) + fence
    emit()
  }

  // MARK: Blocks

  /// Ends the block; in a cell of a table, what follows is set off.
  mutating func endBlock(heading: Int? = nil) {
    if isInCell, isSetOff { return }
    trimEnd()
    if line.isEmpty || isPreformatted { return }
    if isInCell {
      line += Array("; ".utf8)
      isSetOff = true
      return
    }
    if let heading {
      line = line.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
      line = Array((String(repeating: "#", count: heading) + " ").utf8) + line
    } else {
      escapeStart()
    }
    if isTerm { line = Array("- ".utf8) + line }
    emit()
  }

  mutating func endBlock(andLevel isLevel: Bool) {
    endBlock()
    if isLevel { _ = levels.popLast() }
  }

  mutating func addRule() {
    endBlock()
    if isInCell { return }
    line = Array("---".utf8)
    emit()
  }

  /// Returns whether a level began: in a cell of a table there are none.
  mutating func beginItem(number: Int?) -> Bool {
    endBlock()
    if isInCell { return false }
    let mark = Array((number.map { "\($0). " } ?? "- ").utf8)
    let rest = [UInt8](repeating: UInt8(ascii: " "), count: mark.count)
    levels.append(Level(first: mark, rest: rest))
    return true
  }

  mutating func beginQuote() -> Bool {
    if isInCell { return false }
    let mark = Array("> ".utf8)
    levels.append(Level(first: mark, rest: mark))
    return true
  }

  /// Begins a term, whose definition follows on the same line.
  mutating func beginTerm() {
    endBlock()
    isTerm = !isInCell
  }

  mutating func endTerm() {
    trimEnd()
    if line.isEmpty { return }
    line += Array(": ".utf8)
    isDefined = true
  }

  mutating func beginDefinition() {
    if !isDefined { endBlock() }
    isDefined = false
  }

  private mutating func trimEnd() {
    if isPreformatted { return }
    while line.last == UInt8(ascii: " ") { line.removeLast() }
  }

  /// Keeps the beginning of a line from being read as a heading, a list or a quote.
  private mutating func escapeStart() {
    guard let first = line.first else { return }
    let digits = line.prefix { (0x30...0x39).contains($0) }.count
    let next = digits < line.count ? line[digits] : 0
    if digits > 0, next == UInt8(ascii: ".") || next == UInt8(ascii: ")") {
      let behind = digits + 1 < line.count ? line[digits + 1] : UInt8(ascii: " ")
      if behind == UInt8(ascii: " ") { line.insert(UInt8(ascii: "\\"), at: digits) }
    } else if "#>+-=|".utf8.contains(first) {
      let second = line.count > 1 ? line[1] : UInt8(ascii: " ")
      let isMark = second == UInt8(ascii: " ") || second == first
      if isMark || first == UInt8(ascii: ">") { line.insert(UInt8(ascii: "\\"), at: 0) }
    }
  }

  /// Writes the block behind the others, within its levels.
  private mutating func emit() {
    let begins = levels.contains { !$0.isBegun } || isTerm
    let rest = levels.flatMap(\.rest)
    if !output.isEmpty {
      output.append(UInt8(ascii: "\n"))
      if !(begins && wasItem) {
        var margin = rest[...]
        while margin.last == UInt8(ascii: " ") { margin.removeLast() }
        output += margin
        output.append(UInt8(ascii: "\n"))
      }
    }
    for index in levels.indices {
      output += levels[index].isBegun ? levels[index].rest : levels[index].first
      levels[index].isBegun = true
    }
    var start = 0
    while let end = line.firstIndex(of: UInt8(ascii: "\n"), from: start) {
      output += line[start...end]
      output += rest
      start = end + 1
    }
    output += line[start...]
    wasItem = !levels.isEmpty || isTerm
    line.removeAll(keepingCapacity: true)
    block += 1
    isTerm = false
  }

  // MARK: Tables

  /// Returns whether a table began: in a cell of another there is none.
  mutating func beginTable() -> Bool {
    endBlock()
    if table != nil { return false }
    table = MarkdownRows()
    return true
  }

  mutating func markHeader() { table?.hasHeader = true }

  mutating func beginRow() { if !isInCell { table?.begin() } }

  mutating func beginCell(isHeader: Bool, columns: Int) {
    if isInCell { return endBlock() }
    line = []
    isSetOff = false
    block += 1
    table?.beginCell(isHeader: isHeader, columns: columns)
  }

  mutating func endCell() {
    guard isInCell else { return }
    if isSetOff, line.count >= 2 { line.removeLast(2) }
    trimEnd()
    table?.endCell(String(decoding: line, as: UTF8.self))
    line = []
    block += 1
  }

  /// Writes the caption as a line of its own.
  mutating func endCaption() {
    guard !isInCell else { return }
    trimEnd()
    let mark = Array(MarkdownRole.Mark.strong.rawValue.utf8)
    wrap(from: Place(block: block, offset: 0), in: mark, mark)
    endBlock()
  }

  mutating func endTable() {
    guard let rows = table else { return }
    table = nil
    line = Array(rows.text.utf8)
    if !line.isEmpty { emit() }
  }
}
