package import Diagnosing
package import Markup

/// One mapping that is read key by key: the shape is checked here, the values by the caller.
package struct Fields {
  /// How diagnostics call the mapping.
  package let name: String
  package let span: SourceSpan
  private let values: [String: YAMLNode]

  /// Reports what is no mapping, keys that nothing reads, and keys that are given twice.
  ///
  /// - Parameter keys: those that may appear; nil when the publisher chooses them.
  package init?(_ node: YAMLNode, _ name: String, keys: [String]?, into log: inout Diagnostics) {
    guard case .mapping(let pairs) = node.content else {
      log.report(.wrongType(name, expected: "a mapping", at: node.span))
      return nil
    }
    self.name = name
    span = node.span
    var values: [String: YAMLNode] = [:]
    var places: [String: SourceSpan] = [:]
    for (key, value) in pairs {
      guard let text = key.text else {
        log.report(.wrongType("a key", expected: "text", at: key.span))
        continue
      }
      if text == "<<" {
        log.report(.yamlFeature("a merge key", at: key.span))
        continue
      }
      if let first = places[text] {
        log.report(.duplicateKey(text, first: first, at: key.span))
        continue
      }
      places[text] = key.span
      if let keys, !keys.contains(text) {
        log.report(.unknownKey(text, among: keys, at: key.span))
        continue
      }
      values[text] = value
    }
    self.values = values
  }

  /// The value of a key; nil when it is not given or says nothing.
  package subscript(key: String) -> YAMLNode? {
    values[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The value of a key as it is, even when it says nothing.
  package func node(_ key: String) -> YAMLNode? { values[key] }

  /// The value of a key, which is reported when it is not given or says nothing.
  package func required(_ key: String, into log: inout Diagnostics) -> YAMLNode? {
    if let value = self[key] { return value }
    log.report(.missingKey(key, at: span.head))
    return nil
  }
}

extension YAMLNode {
  /// The pairs of a mapping whose keys the publisher chooses, each once, in the order written.
  package func entries(_ name: String, into log: inout Diagnostics) -> [(
    key: Located<String>, value: YAMLNode
  )] {
    guard let fields = Fields(self, name, keys: nil, into: &log),
      case .mapping(let pairs) = content
    else { return [] }
    var seen: Set<String> = []
    return pairs.compactMap { key, _ in
      guard let text = key.text, seen.insert(text).inserted, let value = fields.node(text)
      else { return nil }
      return (Located(text, at: key.span), value)
    }
  }

  /// Whether it is a mapping with that key, for a mapping whose other keys depend on it.
  func hasKey(_ key: String) -> Bool {
    guard case .mapping(let pairs) = content else { return false }
    return pairs.contains { $0.key.text == key }
  }

  /// The items of a list.
  package func items(_ name: String, into log: inout Diagnostics) -> [YAMLNode] {
    if case .sequence(let items) = content { return items }
    log.report(.wrongType(name, expected: "a list", at: span))
    return []
  }
}
