package import Content
package import Diagnosing
import Markup
import Reading
import System

/// Reads a mapping file against its category and table.
package struct MappingReader {
  private static let keys = MappingKeys.all.names

  let category: Category
  let table: Table

  package init(category: Category, table: Table) {
    self.category = category
    self.table = table
  }

  private var columnNames: [String] { table.columns.map(\.value) }

  /// Reads the keys that are needed before the table can be read.
  package static func form(_ file: SourceFile, into log: inout Diagnostics) -> TableForm {
    var form = TableForm()
    guard let node = file.yaml(into: &log),
      let fields = Fields(node, "the mapping", keys: keys, into: &log)
    else { return form }
    form.separator = fields["separator"].flatMap { separator($0, into: &log) }
    form.encoding = fields["encoding"].flatMap { encoding($0, into: &log) }
    form.skippedRows = fields["skip"]?.integer("skip", in: 0...1000, into: &log) ?? 0
    form.ignored = fields["ignore"]?.texts("ignore", into: &log) ?? []
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
    mapping.missing = fields["missing"]?.texts("missing", into: &log) ?? []
    mapping.ignored = fields["ignore"]?.texts("ignore", into: &log) ?? []
    mapping.retirement = fields["retired"].flatMap { retirement($0, into: &log) }
    mapping.report = report(fields["report"], into: &log)
    mapping.body = fields["body"].flatMap { pattern($0, "body", into: &log) }
    return log.errorCount == errors ? mapping : nil
  }

  /// Returns the name of a column, and reports a name that the table does not have.
  private func column(_ node: YAMLNode, into log: inout Diagnostics) -> String? {
    node.located("column", into: &log).map { column($0, into: &log) }
  }

  private func column(_ name: Located<String>, into log: inout Diagnostics) -> String {
    if !columnNames.contains(name.value) {
      log.report(.danglingReference("column", name.value, among: columnNames, at: name.span))
    }
    return name.value
  }

  /// Reads how values are written in the whole table or in one column. A column inherits the
  /// settings of the table that it does not override.
  private func valueForm(
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

  private func columns(
    _ fields: Fields, _ form: ValueForm, into log: inout Diagnostics
  ) -> [Mapping.Column] {
    guard let node = fields.required("columns", into: &log) else { return [] }
    var places: [Mapping.Target: SourceSpan] = [:]
    return node.entries("columns", into: &log).compactMap { key, value in
      guard let column = column(key, value, form, into: &log) else { return nil }
      if let first = places.updateValue(key.span, forKey: column.target) {
        log.report(.sameTarget(key.value, first: first, at: key.span))
      }
      return column
    }
  }

  private func column(
    _ key: Located<String>, _ node: YAMLNode, _ form: ValueForm, into log: inout Diagnostics
  ) -> Mapping.Column? {
    let name = column(key, into: &log)
    guard case .mapping = node.content else {
      return target(node, into: &log).map { Mapping.Column(name: name, target: $0, form: form) }
    }
    let keys = MappingKeys.column.names
    guard let fields = Fields(node, name, keys: keys, into: &log),
      let target = fields.required("criterion", into: &log).flatMap({ target($0, into: &log) })
    else { return nil }
    var column = Mapping.Column(
      name: name, target: target, form: valueForm(fields, over: form, into: &log))
    column.values = values(fields["values"], for: target, into: &log)
    column.missing = fields["missing"]?.texts("missing", into: &log) ?? []
    column.note = fields["note"]?.string("note", into: &log)
    column.split = fields["split"]?.string("split", into: &log).flatMap { $0.isEmpty ? nil : $0 }
    return column
  }

  private func target(_ node: YAMLNode, into log: inout Diagnostics) -> Mapping.Target? {
    guard let name = node.string("criterion", into: &log) else { return nil }
    if let index = category.index(of: name) { return .criterion(index) }
    if Mapping.textKeys.contains(name) { return .key(name) }
    log.report(
      .danglingReference(
        "criterion", name, among: category.criterionPaths + Mapping.textKeys, at: node.span))
    return nil
  }

  /// Reads the words of a table and their replacements, which must be values of the criterion.
  private func values(
    _ node: YAMLNode?, for target: Mapping.Target, into log: inout Diagnostics
  ) -> [String: String] {
    var values: [String: String] = [:]
    for (word, value) in node?.entries("values", into: &log) ?? [] {
      guard let text = value.string(word.value, into: &log) else { continue }
      if case .criterion(let index) = target, !category.criterion(at: index).kind.isMultiple {
        _ = ValueReader(criterion: category.criterion(at: index)).read(value, into: &log)
      }
      values[word.value] = text
    }
    return values
  }

  private func retirement(
    _ node: YAMLNode, into log: inout Diagnostics
  ) -> Mapping.Retirement? {
    guard let fields = Fields(node, "retired", keys: MappingKeys.retirement.names, into: &log)
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
  private func checkGaps(_ node: YAMLNode, into log: inout Diagnostics) {
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

extension Kind {
  /// Whether a value of this kind is a list of items.
  var isMultiple: Bool { self == .list || self == .set }
}
