import Content
import Diagnosing
import Markup

/// Reads the corrections log.
enum CorrectionsReader {
  static let keys = CorrectionKeys.all

  static func read(_ file: SourceFile, into log: inout Diagnostics) -> [Correction] {
    (file.yaml(into: &log)?.items("the corrections", into: &log) ?? []).compactMap {
      item -> Correction? in
      guard let fields = Fields(item, "a correction", keys: keys, into: &log) else { return nil }
      let date = fields.required("date", into: &log)?.date("date", into: &log)
      let page = fields.required("page", into: &log)?.located("page", into: &log)
      let wrong = fields.required("wrong", into: &log)?.markdown("wrong", into: &log)
      let right = fields.required("right", into: &log)?.markdown("right", into: &log)
      let week = fields["week"].flatMap { node in
        node.week("week", into: &log).map { Located($0, at: node.span) }
      }
      guard let date, let page, let wrong, let right else { return nil }
      return Correction(date: date, page: page, week: week, wrong: wrong, right: right)
    }
  }
}
