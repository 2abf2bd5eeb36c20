import Content
import Freezing

/// Whether a frozen week can still be regenerated: the result of `snapshot verify`.
struct Verification: Encodable {
  struct File: Encodable {
    let path: String
    /// The kind of difference: `changed`, `missing` or `new`.
    let change: String
  }

  /// The limit on the differences of each kind that the text names.
  private static let shown = 10

  let week: String
  let holds: Bool
  /// The version that froze the week, if it differs from this one.
  let version: String?
  let theme: Bool
  let inputs: [File]
  let pages: [File]
  /// What differs as later corrections say; left out if nothing does.
  let corrected: Corrected?

  struct Corrected: Encodable {
    let inputs: [File]
    /// The pages that differ because of these inputs.
    let pages: [File]
  }

  private enum CodingKeys: String, CodingKey {
    case week, holds, version, theme = "themeChanged", inputs, pages, corrected
  }

  init(_ week: Week, _ difference: SnapshotDifference) {
    self.week = week.text
    holds = difference.isEmpty
    version = difference.version
    theme = difference.isThemeChanged
    let files = { (entries: [SnapshotDifference.Entry]) in
      entries.map { File(path: $0.path, change: $0.change.rawValue) }
    }
    inputs = files(difference.inputs)
    pages = files(difference.pages)
    corrected =
      difference.correctedInputs.isEmpty
      ? nil
      : Corrected(
        inputs: files(difference.correctedInputs), pages: files(difference.correctedPages))
  }

  var text: String {
    if holds, corrected == nil {
      return "\(week) holds: the same inputs, the same theme, the same pages\n"
    }
    var lines = [holds ? "\(week) holds in all but what was corrected" : "\(week) does not hold"]
    if let version { lines.append("  it was frozen by versus \(version)") }
    if theme { lines.append("  the theme changed") }
    lines += Self.lines("inputs", inputs) + Self.lines("pages", pages)
    if let corrected {
      lines += Self.lines("corrected inputs", corrected.inputs)
      lines += Self.lines("pages that differ because of them", corrected.pages)
    }
    if holds {
      lines.append("'versus snapshot \(week)' freezes it again as corrected")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ title: String, _ files: [File]) -> [String] {
    if files.isEmpty { return [] }
    let named = files.prefix(shown).map { "    \($0.change): \($0.path)" }
    let rest = files.count - named.count
    return ["  \(title) (\(files.count))"] + named + (rest > 0 ? ["    … and \(rest) more"] : [])
  }
}
