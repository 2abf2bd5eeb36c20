import Content
import Diagnosing
import Markup
import Reading

extension WrittenValue {
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): self = .text(text)
    case .sequence(let items): self = .items(items.map { $0.text ?? YAMLWriter.flow($0) })
    case .mapping: self = .text(YAMLWriter.flow(node))
    }
  }
}

extension ImportedReport.Value {
  /// A value that stands in a report already.
  init(_ node: YAMLNode) { self.init(node: node, text: YAMLWriter.flow(node)) }
}

extension YAMLNode {
  /// The keys that no copy of a report has.
  static let keysOfOneReport: Set<String> = ["updated", "reason"]

  /// Whether a row gives every key of a report, and every value.
  func isCovered(by entries: [ImportedReport.Entry]) -> Bool {
    guard case .mapping(let pairs) = content else { return true }
    return pairs.allSatisfy { key, value in
      if Self.keysOfOneReport.contains(key.text ?? "") { return true }
      guard let entry = entries.first(where: { $0.key == key.text }) else { return false }
      guard case .cells(let cells) = entry.content else { return true }
      guard case .mapping(let values) = value.content else { return true }
      return values.allSatisfy { id, old in
        guard let new = cells.first(where: { $0.criterion.id == id.text }) else { return false }
        // Notes and sources stay.
        return old.value(of: "value") == nil || old.isWithoutValue
          || new.parts.isEmpty && new.value.node.value(of: "value") != nil
      }
    }
  }

  /// Whether a cell only says why there is no value.
  var isWithoutValue: Bool { value(of: "value")?.isNull == true }

  /// The value of a key, if the node is a mapping that has it.
  func value(of key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }

  /// The same texts in the same order, however they are written.
  func says(_ other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let a, _), .scalar(let b, _)): a == b || (isNull && other.isNull)
    case (.sequence(let a), .sequence(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.says($1) }
    case (.mapping(let a), .mapping(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { $0.key.text == $1.key.text && $0.value.says($1.value) }
    default: false
    }
  }

  /// Equal as values: 57 and 57.0 are no change, nor are the items of a set in another order.
  func isSame(as other: YAMLNode, for criterion: Criterion) -> Bool {
    var ignored = Diagnostics()
    let reader = ValueReader(criterion: criterion)
    switch (reader.read(self, into: &ignored), reader.read(other, into: &ignored)) {
    case (.set(let items)?, .set(let others)?): return Set(items) == Set(others)
    case (let value?, let otherValue?): return value == otherValue
    default: return false
    }
  }
}
