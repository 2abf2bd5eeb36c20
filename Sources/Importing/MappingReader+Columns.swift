import Content
import Diagnosing
import Markup
import Reading

/// Reads the key `columns`: which column fills what.
extension MappingReader {
  func columns(
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
    let keys = MappingKeys.column
    guard let fields = Fields(node, name, keys: keys, into: &log),
      let target = fields.required("criterion", into: &log).flatMap({ target($0, into: &log) })
    else { return nil }
    var column = Mapping.Column(
      name: name, target: target, form: valueForm(fields, over: form, into: &log))
    column.values = values(fields["values"], for: target, into: &log)
    column.missing = Set(fields["missing"]?.texts("missing", into: &log) ?? [])
    column.note = fields["note"]?.string("note", into: &log)
    column.split = fields["split"]?.string("split", into: &log).flatMap { $0.isEmpty ? nil : $0 }
    column.cell = cell(fields["cell"], of: target, into: &log)
    return column
  }

  /// Reads what each cell of a column says beside its value.
  private func cell(
    _ node: YAMLNode?, of target: Mapping.Target, into log: inout Diagnostics
  ) -> [(key: Located<String>, value: YAMLNode)] {
    guard let node else { return [] }
    guard let index = target.criterion else {
      log.report(.wrongType("criterion", expected: "a criterion if there is a cell", at: node.span))
      return []
    }
    let known = CellPart.names(category.criterion(at: index).kind).filter { $0 != "value" }
    return node.entries("cell", into: &log).filter { key, value in
      if !known.contains(key.value) {
        log.report(.unknownKey(key.value, among: known, at: key.span))
      }
      checkGaps(value, into: &log)
      return true
    }
  }

  private func target(_ node: YAMLNode, into log: inout Diagnostics) -> Mapping.Target? {
    guard let name = node.located("criterion", into: &log) else { return nil }
    if let index = category.index(of: name.value) { return .criterion(index) }
    if Mapping.textKeys.contains(name.value) { return .key(name.value) }
    let parts = name.value.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, let index = category.index(of: parts.prefix(2).joined(separator: ".")) {
      return target(String(parts[2]), of: index, at: node.span, into: &log)
    }
    log.report(
      .danglingReference(
        "criterion", name.value, among: category.criterionPaths + Mapping.textKeys, at: node.span))
    return nil
  }

  /// Returns the target of a part such as `evidence`.
  private func target(
    _ part: String, of index: CriterionIndex, at span: SourceSpan, into log: inout Diagnostics
  ) -> Mapping.Target? {
    let kind = category.criterion(at: index).kind
    let known = CellPart.names(kind)
    if !known.contains(part) {
      log.report(.unknownKey(part, among: known, at: span))
      return nil
    }
    let isWhole = part == "value" && !CellPart.ofValue(kind).contains(part)
    return isWhole ? .criterion(index) : .part(index, part)
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
}

extension Kind {
  /// Whether a value of this kind is a list of items.
  var isMultiple: Bool { self == .list || self == .set }
}
