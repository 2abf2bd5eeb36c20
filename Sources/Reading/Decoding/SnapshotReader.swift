import Content
import Diagnosing
import Markup

/// Reads the snapshot of a frozen week.
struct SnapshotReader {
  static func read(_ file: SourceFile, into log: inout Diagnostics) -> Located<Snapshot>? {
    let name = String(file.path.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
    guard let week = Week(name) else {
      log.report(.invalidWeek(name, at: file.start))
      return nil
    }
    let errors = log.errorCount
    guard let root = file.yaml(into: &log) else {
      if log.errorCount == errors { log.report(.missingKey("version", at: file.start)) }
      return nil
    }
    guard
      let fields = Fields(
        root, "the snapshot", keys: SnapshotKeys.all, into: &log),
      let version = fields.required("version", into: &log)?.string("version", into: &log),
      let theme = fields.required("theme", into: &log)?.hash("theme", into: &log),
      let inputs = fields.required("inputs", into: &log)?.hashes("inputs", into: &log),
      let pages = fields.required("pages", into: &log)?.hashes("pages", into: &log)
    else { return nil }
    let snapshot = Snapshot(
      week: week, version: version, theme: theme, inputs: inputs,
      rubrics: fields["rubrics"]?.rubrics(into: &log) ?? [:], pages: pages,
      corrections: fields["corrections"]?.items("corrections", into: &log).compactMap {
        $0.hash("a correction", into: &log)
      } ?? [])
    return Located(snapshot, at: file.start)
  }
}

extension YAMLNode {
  fileprivate func hashes(_ name: String, into log: inout Diagnostics) -> [Snapshot.Entry] {
    entries(name, into: &log).compactMap { key, value in
      value.hash(key.value, into: &log).map { Snapshot.Entry(path: key.value, hash: $0) }
    }
  }

  fileprivate func rubrics(into log: inout Diagnostics) -> [String: Rubric] {
    var rubrics: [String: Rubric] = [:]
    for (category, value) in entries("rubrics", into: &log) {
      rubrics[category.value] = value.rubric(into: &log)
    }
    return rubrics
  }

  private func rubric(into log: inout Diagnostics) -> Rubric? {
    guard let fields = Fields(self, "a rubric", keys: SnapshotKeys.rubric, into: &log),
      let winner = fields.required("winner", into: &log)?.string("winner", into: &log),
      let criteria = fields.required("criteria", into: &log)?.entries("criteria", into: &log)
    else { return nil }
    let entries = criteria.compactMap { path, value -> Rubric.Entry? in
      guard let fields = Fields(value, path.value, keys: SnapshotKeys.criterion, into: &log),
        let label = fields.required("label", into: &log)?.string("label", into: &log),
        let definition = fields.required("is", into: &log)?.string("is", into: &log)
      else { return nil }
      return Rubric.Entry(path: path.value, label: label, definition: definition)
    }
    return Rubric(winner: winner, criteria: entries)
  }

  /// Reads a SHA-256 in hexadecimal digits.
  fileprivate func hash(_ name: String, into log: inout Diagnostics) -> String? {
    guard let text = string(name, into: &log) else { return nil }
    let isHash =
      text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if isHash { return text }
    log.report(
      .invalidValue(name, text, expected: "a SHA-256 of 64 hexadecimal digits", at: span.head))
    return nil
  }
}
