import Content
import Importing
import Markup

extension ImportPlan {
  /// The plan as a table, with a line for each new or changed report and for each changed value.
  var text: String {
    let rows = entries.filter { $0.state != .unchanged }.flatMap { entry in
      let report = [entry.report.week.text, entry.report.slug.text]
      return [report + [entry.state.rawValue]]
        + entry.changes.map {
          report + [$0.criterion, $0.from?.line ?? "—", "→ " + ($0.to?.line ?? "—")]
        }
    }
    var widths = [0, 0, 0, 0]
    for row in rows {
      for (column, cell) in row.dropLast().enumerated() {
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      // The last cell of a line is not padded.
      let cells = zip(row, widths + [0]).enumerated().map { index, cell in
        let width = index == row.count - 1 ? 0 : cell.1
        return cell.0 + String(repeating: " ", count: max(0, width - cell.0.count))
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension WrittenValue {
  /// The value on one line, with lists in brackets.
  fileprivate var line: String {
    switch self {
    case .text(let text): text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .items(let items): "[ \(items.map(YAMLWriter.scalar).joined(separator: ", ")) ]"
    }
  }
}
