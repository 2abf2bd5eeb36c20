package import Content
package import Diagnosing
import FoundationEssentials
package import Markup

/// Reads cells: plain values, or mappings of value, note, scope, evidence, date and confidence.
package struct CellReader {
  static let keys = ReportKeys.cellKeys

  let offerings: [Choice]

  func read(_ node: YAMLNode, for criterion: Criterion, into log: inout Diagnostics) -> Cell? {
    guard case .mapping(let pairs) = node.content, Self.isDetailed(pairs, criterion.kind) else {
      let value = node.isNull ? nil : ValueReader(criterion: criterion).read(node, into: &log)
      return value.map { Cell(value: $0, text: node.asWritten, span: node.span) }
    }
    guard let fields = Fields(node, criterion.id, keys: Self.keys, into: &log) else { return nil }
    let value = fields["value"]
    var cell = Cell(
      value: value.flatMap { ValueReader(criterion: criterion).read($0, into: &log) },
      text: value?.asWritten ?? "", span: value?.span ?? node.span)
    cell.note = fields["note"]?.markdown("note", into: &log)
    cell.scope = fields["scope"].flatMap { scope($0, into: &log) }
    cell.evidence = evidence(fields["evidence"], into: &log)
    cell.asOf = fields["asOf"]?.date("asOf", into: &log)
    cell.confidence = fields["confidence"]?.choice("confidence", of: Confidence.self, into: &log)
    return cell
  }

  /// Reports what no cell may say beside its value.
  package static func check(_ name: String, _ node: YAMLNode, into log: inout Diagnostics) {
    switch name {
    case "note": _ = node.markdown(name, into: &log)
    case "evidence": _ = Reading.evidence(node, into: &log)
    case "asOf": _ = node.date(name, into: &log)
    default: _ = node.choice(name, of: Confidence.self, into: &log)
    }
  }

  /// Returns whether a cell says more than its value.
  package static func isDetailed(_ node: YAMLNode, _ kind: Kind) -> Bool {
    guard case .mapping(let pairs) = node.content else { return false }
    return isDetailed(pairs, kind)
  }

  /// Returns whether a mapping is a detailed cell. Money, ratings and fractions are mappings too,
  /// but with keys of their own.
  private static func isDetailed(_ pairs: [(key: YAMLNode, value: YAMLNode)], _ kind: Kind) -> Bool
  {
    let names = Set(pairs.compactMap { $0.key.text })
    switch kind {
    case .money: return names.isDisjoint(with: ["amount", "currency", "per"])
    case .percent: return names.isDisjoint(with: ["of", "met"])
    case .rating: return names.isDisjoint(with: ["max", "count"])
    default: return true
    }
  }

  private func scope(_ node: YAMLNode, into log: inout Diagnostics) -> String? {
    guard let id = node.string("scope", into: &log) else { return nil }
    if !offerings.contains(where: { $0.id == id }) {
      log.report(.danglingReference("offering", id, among: offerings.map(\.id), at: node.span))
    }
    return id
  }
}

/// Reads the sources of a statement or a value.
func evidence(_ node: YAMLNode?, into log: inout Diagnostics) -> [Evidence] {
  guard let node else { return [] }
  return node.items("evidence", into: &log).compactMap { item in
    guard let fields = Fields(item, "a source", keys: ReportKeys.evidence, into: &log),
      let url = fields.required("url", into: &log)?.url("url", into: &log)
    else { return nil }
    return Evidence(
      url: url, title: fields["title"]?.string("title", into: &log),
      accessed: fields["accessed"]?.date("accessed", into: &log),
      span: fields["accessed"]?.span ?? item.span.head)
  }
}

extension YAMLNode {
  /// The value as the report writes it, on one line.
  var asWritten: String {
    if let text { return text }
    let whole = wholeText
    return whole.contains(where: \.isNewline) ? YAMLWriter.flow(self) : whole
  }
}
