import Content
import Diagnosing
import Markup

/// Reads the tables and lists in an editor's text.
enum ArticlePartsReader {
  static func criteria(_ node: YAMLNode?, into log: inout Diagnostics) -> CriteriaTable? {
    guard let node,
      let fields = Fields(node, "criteria", keys: ComparisonKeys.criteria, into: &log)
    else { return nil }
    let columns = fields["columns"]?.texts("columns", into: &log)
    if let columns, let node = fields["columns"] {
      checkCount(columns.count, "columns", at: node, into: &log)
    }
    let rows = fields.required("rows", into: &log)?.items("rows", into: &log) ?? []
    return CriteriaTable(columns: columns, rows: rows.compactMap { row($0, into: &log) })
  }

  private static func row(_ node: YAMLNode, into log: inout Diagnostics) -> CriteriaTable.Row? {
    guard let fields = Fields(node, "a row", keys: ComparisonKeys.row, into: &log) else {
      return nil
    }
    let label = fields.required("label", into: &log)?.string("label", into: &log)
    guard let values = fields.required("values", into: &log) else { return nil }
    let items = values.items("values", into: &log)
    if case .sequence = values.content {
      checkCount(items.count, "values", at: values, into: &log)
    }
    return CriteriaTable.Row(
      label: label ?? "",
      values: items.map { $0.isNull ? nil : $0.markdown("a value", into: &log) })
  }

  /// Checks the number of columns or values. A page has two vendors, so its table has two columns
  /// of values.
  private static func checkCount(
    _ count: Int, _ name: String, at node: YAMLNode, into log: inout Diagnostics
  ) {
    if count == 2 { return }
    log.report(.wrongCount(count, String(name.dropLast()), at: node.span.head))
  }

  static func useCases(_ node: YAMLNode?, into log: inout Diagnostics) -> [UseCase] {
    (node?.items("useCases", into: &log) ?? []).compactMap { item in
      guard
        let fields = Fields(
          item, "a use case", keys: ComparisonKeys.useCase, into: &log)
      else { return nil }
      return UseCase(
        name: fields.required("name", into: &log)?.string("name", into: &log) ?? "",
        why: fields["why"]?.markdown("why", into: &log),
        considerations: fields["considerations"]?.markdown("considerations", into: &log))
    }
  }

  static func steps(_ node: YAMLNode?, into log: inout Diagnostics) -> [Step] {
    (node?.items("steps", into: &log) ?? []).compactMap { item in
      guard let fields = Fields(item, "a step", keys: ComparisonKeys.step, into: &log)
      else { return nil }
      return Step(
        name: fields.required("name", into: &log)?.string("name", into: &log) ?? "",
        text: fields["text"]?.markdown("text", into: &log))
    }
  }

  static func questions(_ node: YAMLNode?, into log: inout Diagnostics) -> [Question] {
    (node?.items("faq", into: &log) ?? []).compactMap { item in
      guard let fields = Fields(item, "a question", keys: ComparisonKeys.question, into: &log)
      else { return nil }
      let question = fields.required("question", into: &log)?.string("question", into: &log)
      let answer = fields.required("answer", into: &log)?.markdown("answer", into: &log)
      guard let question, let answer else { return nil }
      return Question(question: question, answer: answer)
    }
  }
}
