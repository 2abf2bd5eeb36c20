import Diagnosing

/// Reads the corrections log: a list, in any order.
struct CorrectionsReader {
  static let keys = ["date", "vendor", "week", "comparison", "page", "wrong", "right"]
  private static let subjects = ["vendor", "comparison", "page"]

  static func read(_ file: SourceFile, into log: inout Diagnostics) -> [Correction] {
    guard let root = file.yaml(into: &log) else { return [] }
    return root.items("the corrections log", into: &log).compactMap { read($0, into: &log) }
  }

  private static func read(_ item: YAMLNode, into log: inout Diagnostics) -> Correction? {
    guard let fields = Fields(item, "a correction", keys: keys, into: &log) else { return nil }
    let date = fields.required("date", into: &log)?.date("date", into: &log)
    let subject = subject(of: fields, into: &log)
    let wrong = fields.required("wrong", into: &log)?.markdown("wrong", into: &log)
    let right = fields.required("right", into: &log)?.markdown("right", into: &log)
    guard let date, let subject, let wrong, let right else { return nil }
    return Correction(date: date, subject: subject, wrong: wrong, right: right)
  }

  private static func subject(
    of fields: Fields, into log: inout Diagnostics
  ) -> Correction.Subject? {
    let given = subjects.compactMap { key in fields[key].map { (key, $0) } }
    guard given.count == 1, let (key, node) = given.first else {
      log.report(.correctionSubject(at: (given.last?.1.span ?? fields.span).head))
      return nil
    }
    guard let name = node.located(key, into: &log) else { return nil }
    switch key {
    case "vendor":
      let week = fields["week"].flatMap { $0.week(into: &log) }
      return .vendor(name, week: week)
    case "comparison": return .comparison(name)
    default: return .page(name)
    }
  }
}

extension YAMLNode {
  fileprivate func week(into log: inout Diagnostics) -> Week? {
    guard let text = string("week", into: &log) else { return nil }
    if let week = Week(text) { return week }
    log.report(.invalidWeek(text, at: span))
    return nil
  }
}
