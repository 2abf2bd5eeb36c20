/// An upper bound on what a text costs cmark-gfm, found in one pass before parsing.
///
/// cmark-gfm ends the process when memory runs out and takes quadratic time for some texts, so the
/// estimate errs on the high side. No text that a person would write comes near the limits.
struct MarkdownCost {
  /// The first limit that is exceeded, and where.
  struct Excess {
    let limit: Int
    let what: StaticString
    let offset: Int
  }

  private(set) var excess: Excess?

  private var marks = 0
  private var cells = 0
  private var rescanned = 0
  private var brackets = 0
  /// The current lines without a blank line between them.
  private var run = Run()
  private var paragraph = Paragraph()

  private struct Run {
    var start = 0
    var previous: Line?
    /// The number of columns of the table that the run may be, and whether it certainly is a table.
    var columns = 0
    var isTable = false
  }

  private struct Paragraph {
    var start = 0
    var marks = 0
    var ats = 0
  }

  init(of source: String) {
    // A shorter text cannot exceed any limit, whatever it contains.
    if source.utf8.count <= 256 { return }
    let bytes = Array(source.utf8)
    check(bytes.count, Bounds.markdownBytes, "bytes", at: 0)
    var start = 0
    while start < bytes.count, excess == nil {
      let end = bytes[start...].firstIndex { $0 == 0x0a || $0 == 0x0d } ?? bytes.count
      add(Line(bytes, start..<end))
      start = end + 1
    }
    if excess == nil { checkReferences(in: bytes) }
  }

  private mutating func check(_ amount: Int, _ limit: Int, _ what: StaticString, at offset: Int) {
    if amount > limit, excess == nil { excess = Excess(limit: limit, what: what, offset: offset) }
  }

  private mutating func add(_ line: Line) {
    check(line.depth, Bounds.markdownDepth, "levels of nesting", at: line.start)
    brackets += line.brackets
    marks += 2 + 2 * line.markers + line.marks
    check(marks, Bounds.markdownMarks, "lines and marks", at: line.start)
    if line.isBlank {
      run = Run()
      return startParagraph(at: line.start)
    }
    if run.previous == nil { run.start = line.start }
    addTable(line)
    addParagraph(line)
    run.previous = line
  }

  private mutating func addTable(_ line: Line) {
    if let header = run.previous, line.isDelimiter, !run.isTable {
      rescanned += line.start - run.start
      run.columns = max(run.columns, line.isClosedRow ? line.pipes - 1 : line.pipes + 1)
      run.isTable = header.isClosedRow && line.isClosedRow && header.pipes == line.pipes
      cells += run.columns
    }
    run.isTable = run.isTable && line.isRow
    cells += run.columns
    check(cells, Bounds.tableCells, "table cells", at: line.start)
    check(rescanned, Bounds.rescannedBytes, "bytes before rows of dashes", at: line.start)
  }

  /// Adds a line to its paragraph. A blank line or a list item ends a paragraph; in a table row,
  /// each cell is a paragraph.
  private mutating func addParagraph(_ line: Line) {
    if line.beginsItem || run.isTable { startParagraph(at: line.start) }
    let isFirst = paragraph.marks == 0
    if isFirst { paragraph.start = line.start }
    paragraph.marks += run.isTable ? line.cellMarks : line.marks
    paragraph.ats += line.ats
    check(
      paragraph.marks, Bounds.paragraphMarks, "marks in one paragraph", at: paragraph.start)
    // cmark-gfm copies the rest of the text for each address that it finds.
    let copied = rescanned + paragraph.ats * (line.end - paragraph.start)
    check(copied, Bounds.rescannedBytes, "bytes behind e-mail addresses", at: paragraph.start)
  }

  private mutating func startParagraph(at offset: Int) {
    if paragraph.ats > 0 { rescanned += paragraph.ats * (offset - paragraph.start) }
    paragraph = Paragraph(start: offset)
  }

  private mutating func checkReferences(in bytes: [UInt8]) {
    guard let longest = LinkDefinition.all(in: bytes).max(by: { $0.size < $1.size }) else { return }
    check(
      longest.size * brackets, Bounds.referenceBytes, "bytes of links by this definition",
      at: longest.offset)
  }
}
