package import Content
package import Diagnosing
import Markup
import Reading
import System

/// Reads a mapping file against its category and table.
package struct MappingReader {
  private static let keys = MappingKeys.all

  let category: Category
  let table: Table

  package init(category: Category, table: Table) {
    self.category = category
    self.table = table
  }

  private var columnNames: [String] { table.columns.map(\.value) + table.others }

  /// Reads the keys that are needed before the table can be read.
  package static func form(_ file: SourceFile, into log: inout Diagnostics) -> TableForm {
    var form = TableForm()
    guard let node = file.yaml(into: &log),
      let fields = Fields(node, "the mapping", keys: keys, into: &log)
    else { return form }
    form.separator = fields["separator"].flatMap { separator($0, into: &log) }
    form.encoding = fields["encoding"].flatMap { encoding($0, into: &log) }
    form.number = fields["table"]?.integer("table", in: 1...1000, into: &log) ?? 1
    form.skippedRows = fields["skip"]?.integer("skip", in: 0...1000, into: &log) ?? 0
    let ignored = fields["ignore"]?.texts("ignore", into: &log) ?? []
    form.hasUnnamed = ignored.contains("") || fields["vendor"]?.text?.isEmpty == true
    return form
  }

  private static func separator(_ node: YAMLNode, into log: inout Diagnostics) -> UInt8? {
    guard let text = node.string("separator", into: &log) else { return nil }
    if let byte = text.utf8.first, text.utf8.count == 1, !["\"", "\n", "\r"].contains(text) {
      return byte
    }
    log.report(
      .invalidValue("separator", text, expected: "one character of ASCII", at: node.span))
    return nil
  }

  private static func encoding(_ node: YAMLNode, into log: inout Diagnostics) -> String? {
    guard let text = node.string("encoding", into: &log) else { return nil }
    if decoded([], from: text) != nil { return text }
    log.report(
      .invalidValue(
        "encoding", text, expected: "an encoding that is known here, such as cp1252", at: node.span)
    )
    return nil
  }

  /// Reads the whole mapping.
  ///
  /// - Returns: nil when an error was reported.
  package func read(_ file: SourceFile, into log: inout Diagnostics) -> Mapping? {
    let errors = log.errorCount
    guard let root = file.yaml(into: &log) else {
      if log.errorCount == errors { log.report(.missingKey("vendor", at: file.start)) }
      return nil
    }
    guard let fields = Fields(root, "the mapping", keys: Self.keys, into: &log) else { return nil }
    let vendor = fields.required("vendor", into: &log).flatMap { column($0, into: &log) } ?? ""
    let form = valueForm(fields, into: &log)
    var mapping = Mapping(vendor: vendor, columns: columns(fields, form, into: &log))
    mapping.slug = fields["slug"].flatMap { column($0, into: &log) }
    mapping.name = fields["name"].flatMap { column($0, into: &log) } ?? vendor
    mapping.week = fields["week"].flatMap { column($0, into: &log) }
    mapping.missing = Set(fields["missing"]?.texts("missing", into: &log) ?? [])
    mapping.ignored = fields["ignore"]?.texts("ignore", into: &log) ?? []
    mapping.filters = filters(fields["only"], leavesOut: false, into: &log)
    mapping.filters += filters(fields["except"], leavesOut: true, into: &log)
    mapping.retirement = fields["retired"].flatMap { retirement($0, into: &log) }
    mapping.report = report(fields["report"], into: &log)
    mapping.body = fields["body"].flatMap { pattern($0, "body", into: &log) }
    return log.errorCount == errors ? mapping : nil
  }

  /// Returns the name of a column, and reports a name that the table does not have.
  private func column(_ node: YAMLNode, into log: inout Diagnostics) -> String? {
    node.located("column", into: &log).map { column($0, into: &log) }
  }

  func column(_ name: Located<String>, into log: inout Diagnostics) -> String {
    if !columnNames.contains(name.value) {
      log.report(.danglingReference("column", name.value, among: columnNames, at: name.span))
    }
    return name.value
  }

  /// Reads how values are written in the whole table or in one column. A column inherits the
  /// settings of the table that it does not override.
  func valueForm(
    _ fields: Fields, over table: ValueForm = ValueForm(), into log: inout Diagnostics
  ) -> ValueForm {
    var form = table
    form.decimal = fields["decimal"]?.string("decimal", into: &log) ?? form.decimal
    form.thousands = fields["thousands"]?.string("thousands", into: &log) ?? form.thousands
    form.unit = fields["unit"]?.string("unit", into: &log) ?? form.unit
    form.factor = fields["factor"]?.decimal("factor", into: &log) ?? form.factor
    form.currency = fields["currency"].flatMap { currency($0, into: &log) } ?? form.currency
    guard let node = fields["date"], let text = node.string("date", into: &log) else { return form }
    form.date = DateForm(text)
    if form.date == nil {
      log.report(
        .invalidValue("date", text, expected: "an order such as DD.MM.YYYY", at: node.span))
    }
    return form
  }

  private func filters(
    _ node: YAMLNode?, leavesOut: Bool, into log: inout Diagnostics
  ) -> [Mapping.RowFilter] {
    (node?.entries(leavesOut ? "except" : "only", into: &log) ?? []).map { name, value in
      Mapping.RowFilter(
        column: column(name, into: &log), values: Set(value.texts(name.value, into: &log)),
        leavesOut: leavesOut)
    }
  }

  private func retirement(
    _ node: YAMLNode, into log: inout Diagnostics
  ) -> Mapping.Retirement? {
    guard let fields = Fields(node, "retired", keys: MappingKeys.retirement, into: &log)
    else { return nil }
    let column = fields.required("column", into: &log).flatMap { self.column($0, into: &log) }
    let value = fields.required("value", into: &log)?.string("value", into: &log)
    return Mapping.Retirement(
      column: column ?? "", value: value ?? "",
      body: fields["body"].flatMap { pattern($0, "body", into: &log) })
  }

  /// Reads the keys that every report gets. Keys that come from elsewhere, such as columns, are
  /// rejected.
  private func report(
    _ node: YAMLNode?, into log: inout Diagnostics
  ) -> [(key: Located<String>, value: YAMLNode)] {
    let own = ["name", "category", "retired"] + category.groups.map(\.id)
    let known = ContentKeys.report.names.filter { !own.contains($0) }
    return (node?.entries("report", into: &log) ?? []).filter { key, value in
      if !known.contains(key.value) {
        log.report(.unknownKey(key.value, among: known, at: key.span))
      }
      checkGaps(value, into: &log)
      return true
    }
  }

  /// Checks the placeholders of all texts below a node. The YAML parser bounds the depth.
  func checkGaps(_ node: YAMLNode, into log: inout Diagnostics) {
    switch node.content {
    case .scalar: _ = pattern(node, "the text", into: &log)
    case .sequence(let items): for item in items { checkGaps(item, into: &log) }
    case .mapping(let pairs): for (_, value) in pairs { checkGaps(value, into: &log) }
    }
  }

  /// Reads a text with placeholders for columns, such as `\(date)`.
  private func pattern(
    _ node: YAMLNode, _ name: String, into log: inout Diagnostics
  ) -> PathPattern? {
    guard let text = node.string(name, into: &log) else { return nil }
    guard let pattern = PathPattern(text) else {
      log.report(
        .invalidValue(name, text, expected: #"a text whose \( all close"#, at: node.span.head))
      return nil
    }
    for column in pattern.placeholders where !columnNames.contains(column) {
      log.report(.danglingReference("column", column, among: columnNames, at: node.span.head))
    }
    return pattern
  }
}
