import Content
import Diagnosing
import Markup
import Reading

/// Makes the cells of a report.
extension RowReader {
  func groups(into log: inout Diagnostics) -> [ImportedReport.Entry] {
    category.groups.enumerated().compactMap { group, entry in
      let cells = entry.criteria.indices.compactMap { row in
        cell(CriterionIndex(group: group, criterion: row), into: &log)
      }
      return cells.isEmpty ? nil : ImportedReport.Entry(key: entry.id, content: .cells(cells))
    }
  }

  /// The cell of a criterion: its value, and the parts that columns of their own fill.
  func cell(
    _ index: CriterionIndex, into log: inout Diagnostics
  ) -> ImportedReport.Cell? {
    let columns = mapping.columns.filter { $0.target.criterion == index }
    if columns.isEmpty { return nil }
    let criterion = category.criterion(at: index)
    let main = columns.first { $0.target == .criterion(index) }
    if let main, let node = self.value(of: main),
      let key = main.form.contradiction(node, criterion.kind)
    {
      log.report(
        .unreadForm(
          criterion.id, node.text ?? "", criterion.kind.rawValue, key: key, at: node.span))
      return nil
    }
    let value = value(of: criterion, main, parts(columns, of: criterion), columns)
    if let value, !check(value, for: criterion, into: &log) { return nil }
    let details = details(columns, hasValue: value != nil, into: &log)
    if value == nil, details.isEmpty {
      return main?.note.map {
        ImportedReport.Cell(criterion: criterion, value: missing(because: $0))
      }
    }
    let alone = value.map { written($0, for: criterion) }
    if let alone, details.isEmpty {
      return ImportedReport.Cell(criterion: criterion, value: alone)
    }
    let all = (alone.map { [("value", $0)] } ?? []) + details
    let node = YAMLNode(
      content: .mapping(all.map { (scalar($0, $1.node), $1.node) }), span: row.span)
    let text = "{ " + all.map { "\($0): \($1.text)" }.joined(separator: ", ") + " }"
    return ImportedReport.Cell(
      criterion: criterion, value: ImportedReport.Value(node: node, text: text), parts: all)
  }

  private func written(_ node: YAMLNode, for criterion: Criterion) -> ImportedReport.Value {
    let isText = criterion.kind == .text || criterion.kind == .version
    let text = isText ? node.text.map(YAMLWriter.quoted) : nil
    return ImportedReport.Value(node: node, text: text ?? YAMLWriter.flow(node))
  }

  /// The parts of a value that columns give, by name.
  private func parts(_ columns: [Mapping.Column], of criterion: Criterion) -> [String: YAMLNode] {
    let known = CellPart.ofValue(criterion.kind)
    let found = columns.compactMap { column -> (String, YAMLNode)? in
      guard case .part(_, let name) = column.target, known.contains(name) else { return nil }
      return value(of: column).map { (name, column.form.read(part: $0)) }
    }
    return Dictionary(found) { first, _ in first }
  }

  /// The value of a criterion, put together from a column of its own, from columns of its parts,
  /// and from what the mapping says of each cell; nil when it is missing.
  private func value(
    of criterion: Criterion, _ main: Mapping.Column?, _ parts: [String: YAMLNode],
    _ columns: [Mapping.Column]
  ) -> YAMLNode? {
    let value = main.flatMap { column in
      self.value(of: column).map { column.form.read($0, for: criterion) }
    }
    if value == nil, parts.isEmpty { return nil }
    var all = parts
    if let value {
      if case .mapping(let pairs) = value.content {
        for (key, part) in pairs { all[key.text ?? ""] = part }
      } else if let name = CellPart.main(of: criterion.kind), value.text.map(Self.isAmount) == true
      {
        all[name] = value
      } else {
        return value
      }
    }
    let known = CellPart.ofValue(criterion.kind)
    for (key, constant) in columns.flatMap(\.cell) where known.contains(key.value) {
      all[key.value] = all[key.value] ?? filled(constant)
    }
    if let value, case .scalar = value.content, all.count == 1 { return value }
    // Keys that are not known are reported when the value is checked.
    let names = known + all.keys.filter { !known.contains($0) }.sorted()
    let pairs = names.compactMap { name in all[name].map { (scalar(name, $0), $0) } }
    return YAMLNode(content: .mapping(pairs), span: pairs.first?.1.span ?? row.span)
  }

  /// Whether a text is a number, and not a word such as `free`.
  private static func isAmount(_ text: String) -> Bool { text.contains(where: \.isNumber) }

  /// What the row says of a cell beside its value, in the order of the content model.
  private func details(
    _ columns: [Mapping.Column], hasValue: Bool, into log: inout Diagnostics
  ) -> [(key: String, value: ImportedReport.Value)] {
    CellPart.details.compactMap { name in
      let column = columns.first { column in
        if case .part(_, name) = column.target { true } else { false }
      }
      let given = column.flatMap { column in
        self.value(of: column).map {
          name == "evidence" ? sources($0) : column.form.read(detail: $0)
        }
      }
      let constant = columns.flatMap(\.cell).first { $0.key.value == name }
      guard let node = given ?? (hasValue ? constant.map { filled($0.value) } : nil) else {
        return nil
      }
      if !checkDetail(name, node, into: &log) { return nil }
      return (name, ImportedReport.Value(node: node, text: YAMLWriter.flow(node)))
    }
  }

  /// Checks all details but the scope, which the whole report decides.
  private func checkDetail(
    _ name: String, _ node: YAMLNode, into log: inout Diagnostics
  ) -> Bool {
    let errors = log.errorCount
    if name != "scope" { CellReader.check(name, node, into: &log) }
    return log.errorCount == errors
  }

  /// The sources that a text of addresses names.
  private func sources(_ node: YAMLNode) -> YAMLNode {
    guard let text = node.text else { return node }
    let items = text.split(whereSeparator: \.isWhitespace).map { address in
      YAMLNode(
        content: .mapping([(scalar("url", node), scalar(String(address), node))]), span: node.span)
    }
    return YAMLNode(content: .sequence(items), span: node.span)
  }

  /// Checks whether a report can have the value. If not, the diagnostic names the mapping key that
  /// may help.
  private func check(
    _ node: YAMLNode, for criterion: Criterion, into log: inout Diagnostics
  ) -> Bool {
    var found = Diagnostics()
    let isValue = ValueReader(criterion: criterion).read(node, into: &found) != nil
    if !isValue, found.sorted.contains(where: { $0.rule == .invalidValue }), let text = node.text,
      let key = ValueForm.key(for: text, criterion.kind)
    {
      let kind = criterion.kind.rawValue
      log.report(.unreadForm(criterion.id, text, kind, key: key, at: node.span))
    } else {
      log.report(contentsOf: found)
    }
    return isValue
  }

  /// Returns a cell that says why there is no value.
  private func missing(because note: String) -> ImportedReport.Value {
    let scalar = { (text: String, isPlain: Bool) in
      YAMLNode(content: .scalar(text, isPlain: isPlain), span: row.span)
    }
    let pairs = [
      (key: scalar("value", true), value: scalar("null", true)),
      (key: scalar("note", true), value: scalar(note, false)),
    ]
    let node = YAMLNode(content: .mapping(pairs), span: row.span)
    return ImportedReport.Value(node: node, text: YAMLWriter.flow(node))
  }

  /// Returns the value of a column as the mapping interprets it; nil when the value is missing.
  func value(of column: Mapping.Column) -> YAMLNode? {
    guard let node = value(of: column.name, missing: column.missing) else { return nil }
    guard let text = node.text else { return node }
    let shown = markup(of: column) ?? node
    guard let separator = column.split else {
      return column.values[text].map { scalar($0, node) } ?? shown
    }
    let items = (shown.text ?? text).split(separator: separator).map { item in
      let word = item.split(separator: " ").joined(separator: " ")
      return scalar(column.values[word] ?? word, node)
    }
    return YAMLNode(content: .sequence(items), span: node.span)
  }

  /// The value with its marks, for a criterion whose values are Markdown.
  private func markup(of column: Mapping.Column) -> YAMLNode? {
    guard case .criterion(let index) = column.target,
      [.text, .list].contains(category.criterion(at: index).kind)
    else { return nil }
    return row.markup[column.name]
  }
}
