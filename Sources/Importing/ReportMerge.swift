import Content
import Diagnosing
import Markup
import Reading

/// Merges the values of a row into an existing report.
///
/// Input is the file and the row; output is the text with the row's values, and a list of the
/// changes. Everything that the row does not mention stays byte for byte as it is.
struct ReportMerge {
  /// The changes, in the order of the row.
  private(set) var changes: [ImportPlan.Change] = []
  /// Whether a value in the report contradicts the row.
  private(set) var overwrites = false
  /// The row speaks of all that the report says.
  let saysEverything: Bool

  private let file: SourceFile
  private let root: YAMLNode
  private let body: Markdown
  /// The offset of the line that closes the front matter.
  private let end: Int
  private let lineEnd: String
  private var edits: [(range: Range<Int>, text: String)] = []
  private var appended = ""

  /// Reports a file that cannot be read, and returns nil.
  init?(_ report: ImportedReport, into file: SourceFile, log: inout Diagnostics) {
    guard let parts = file.frontMatter(required: "name", into: &log) else { return nil }
    self.file = file
    (root, body) = (parts.root, parts.body)
    let fence = file.bytes[..<body.span.range.lowerBound].dropLast()
    end = (fence.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    lineEnd = file.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    saysEverything =
      root.isCovered(by: report.entries)
      && (!report.body.isEmpty || body.source.allSatisfy(\.isWhitespace))
    for entry in report.entries { merge(entry) }
    mergeBody(report.body)
  }

  /// The whole file after the merge.
  var text: String {
    var bytes: [UInt8] = []
    var place = 0
    let all = edits + (appended.isEmpty ? [] : [(end..<end, appended)])
    // Edits at the same offset keep their order.
    for (_, edit) in all.enumerated().sorted(by: {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }) {
      bytes += file.bytes[place..<edit.range.lowerBound]
      bytes += Array(edit.text.utf8)
      place = edit.range.upperBound
    }
    return String(decoding: bytes + file.bytes[place...], as: UTF8.self)
  }

  // MARK: Front matter

  private mutating func merge(_ entry: ImportedReport.Entry) {
    let old = root.value(of: entry.key)
    switch entry.content {
    case .value(let value):
      guard let old else {
        note(entry.key, from: nil, to: WrittenValue(value.node))
        return append(entry.lines)
      }
      if old.says(value.node) { return }
      replace(old, with: value, at: entry.key)
    case .cells(let cells):
      guard let old else {
        for cell in cells {
          note("\(entry.key).\(cell.criterion.id)", from: nil, to: WrittenValue(cell.value.node))
        }
        return append(entry.lines)
      }
      merge(cells, into: old, of: entry.key)
    }
  }

  private mutating func merge(_ cells: [ImportedReport.Cell], into group: YAMLNode, of key: String)
  {
    var added: [String] = []
    for cell in cells {
      let path = "\(key).\(cell.criterion.id)"
      guard let old = group.value(of: cell.criterion.id) else {
        note(path, from: nil, to: WrittenValue(cell.value.node))
        added.append("\(cell.criterion.id): \(cell.value.text)")
        continue
      }
      if old.says(cell.value.node) { continue }
      if !cell.parts.isEmpty {
        merge(cell, into: old, at: path)
        continue
      }
      // Notes and sources of a cell stay beside a value that the row has alone; a note that says
      // why there is no value does not.
      let isAlone = cell.value.node.value(of: "value") == nil
      let value = isAlone && !old.isWithoutValue ? old.value(of: "value") ?? old : old
      if value.says(cell.value.node) || value.isSame(as: cell.value.node, for: cell.criterion) {
        continue
      }
      replace(value, with: cell.value, at: path)
    }
    if !added.isEmpty { add(added, to: group) }
  }

  /// Merges the parts that the row gives into a cell, which keeps the others.
  private mutating func merge(_ cell: ImportedReport.Cell, into old: YAMLNode, at path: String) {
    let isDetailed = CellReader.isDetailed(old, cell.criterion.kind)
    var added: [(key: String, value: ImportedReport.Value)] = []
    for part in cell.parts {
      let place = part.key == "value" ? path : "\(path).\(part.key)"
      let before = isDetailed ? old.value(of: part.key) : part.key == "value" ? old : nil
      guard let before, !before.isNull || isDetailed else {
        note(place, from: nil, to: WrittenValue(part.value.node))
        added.append(part)
        continue
      }
      let isSame =
        before.says(part.value.node)
        || part.key == "value" && before.isSame(as: part.value.node, for: cell.criterion)
      if isSame {
        if !isDetailed { added.append((part.key, ImportedReport.Value(before))) }
      } else if isDetailed {
        replace(before, with: part.value, at: place)
      } else {
        note(place, from: WrittenValue(before), to: WrittenValue(part.value.node))
        added.append(part)
      }
    }
    let texts = added.map { "\($0.key): \($0.value.text)" }
    if isDetailed {
      if !texts.isEmpty { add(texts, to: old) }
    } else {
      let hasValue = cell.parts.contains { $0.key == "value" } || old.isNull
      let kept = hasValue ? [] : ["value: \(YAMLWriter.flow(old))"]
      edit(range(of: old), "{ " + (kept + texts).joined(separator: ", ") + " }")
    }
  }

  /// Adds pairs to a mapping in the style in which the mapping is written.
  private mutating func add(_ pairs: [String], to group: YAMLNode) {
    let flow = pairs.joined(separator: ", ")
    guard case .mapping(let old) = group.content, let first = old.first, let last = old.last else {
      // The group is empty: written as `{}`, or not written at all.
      return edit(range(of: group), "{ \(flow) }")
    }
    let end = last.value.end
    if group.isFlow { return edit(end..<end, ", \(flow)") }
    let start = file.bytes[..<first.key.span.range.lowerBound].lastIndex(of: UInt8(ascii: "\n"))
    let indent = String(
      repeating: " ", count: first.key.span.range.lowerBound - ((start ?? -1) + 1))
    // The pairs go after everything else on the line of the last pair.
    let lineEnds = file.bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? end
    let place =
      lineEnds > end && file.bytes[lineEnds - 1] == UInt8(ascii: "\r") ? lineEnds - 1 : lineEnds
    edit(place..<place, pairs.map { lineEnd + indent + $0 }.joined())
  }

  private mutating func append(_ lines: [String]) {
    appended += lines.map { $0 + lineEnd }.joined()
  }

  private mutating func replace(
    _ old: YAMLNode, with value: ImportedReport.Value, at path: String
  ) {
    note(path, from: old.isNull ? nil : WrittenValue(old), to: WrittenValue(value.node))
    edit(range(of: old), value.text)
  }

  private mutating func note(_ path: String, from: WrittenValue?, to: WrittenValue) {
    changes.append(ImportPlan.Change(criterion: path, from: from, to: to))
    // Retiring a vendor changes the report even if the report had no such key.
    if from != nil || path == "retired" { overwrites = true }
  }

  private func range(of node: YAMLNode) -> Range<Int> {
    let start = node.span.range.lowerBound
    return start..<max(start, node.end)
  }

  /// Adds an edit. The place of an empty value is right after its key's colon, so a space is added.
  private mutating func edit(_ range: Range<Int>, _ text: String) {
    let isBehindColon =
      range.lowerBound > 0 && file.bytes[range.lowerBound - 1] == UInt8(ascii: ":")
    edits.append((range, isBehindColon ? " " + text : text))
  }

  // MARK: A report that begins as a copy

  /// Removes what a report says of itself alone, unless the row says it.
  mutating func dropWhatIsOfOneReport() {
    guard case .mapping(let pairs) = root.content, !root.isFlow else { return }
    for (key, value) in pairs where YAMLNode.keysOfOneReport.contains(key.text ?? "") {
      let start = key.span.range.lowerBound
      // A value that the row replaces is an edit already.
      if edits.contains(where: { $0.range.lowerBound > start && $0.range.upperBound <= value.end })
      {
        continue
      }
      let lineEnds = file.bytes[max(value.end, start)...].firstIndex(of: UInt8(ascii: "\n"))
      edits.append((start..<(lineEnds.map { $0 + 1 } ?? file.bytes.count), ""))
    }
  }

  // MARK: The text behind it

  private mutating func mergeBody(_ new: String) {
    let old = body.source.split(whereSeparator: \.isNewline).map(String.init)
    let lines = new.split(whereSeparator: \.isNewline).map(String.init)
    if lines.isEmpty || lines == old { return }
    note(
      "body", from: old.isEmpty ? nil : .text(Self.summary(old)), to: .text(Self.summary(lines)))
    let text = new.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineEnd)
    edits.append((body.span.range, lineEnd + text))
  }

  /// Returns the first words of a text, so that a list of changes stays short.
  private static func summary(_ lines: [String]) -> String {
    let first = lines.first ?? ""
    return first.count > 40 || lines.count > 1 ? first.prefix(40) + "…" : first
  }
}
