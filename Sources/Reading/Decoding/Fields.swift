package import Diagnosing
package import Markup

/// A mapping that is read key by key. The shape is checked here, the values by the caller.
package struct Fields {
  /// The name of the mapping in diagnostics.
  package let name: String
  package let span: SourceSpan
  private let values: [String: YAMLNode]

  /// Reports a node that is not a mapping, unknown and repeated keys, and lists that are too long.
  ///
  /// - Parameter keys: the keys that may occur.
  package init?(_ node: YAMLNode, _ name: String, keys: [Key], into log: inout Diagnostics) {
    self.init(node, name, keys: keys.names, bounds: keys, into: &log)
  }

  /// Reports a node that is not a mapping, unknown and repeated keys, and lists that are too long.
  ///
  /// - Parameters:
  ///   - keys: the keys that may occur; nil when the publisher chooses them.
  ///   - bounds: the keys whose values may have a bound.
  package init?(
    _ node: YAMLNode, _ name: String, keys: [String]?, bounds: [Key] = [],
    into log: inout Diagnostics
  ) {
    guard case .mapping(let pairs) = node.content else {
      let example = keys?.prefix(2).map { "'\($0)'" }.joined(separator: " and ") ?? ""
      let expected = example.isEmpty ? "a mapping" : "a mapping with keys such as \(example)"
      log.report(.wrongType(name, expected: expected, at: node.span))
      return nil
    }
    self.name = name
    span = node.span
    // Most mappings are small, and a set would cost more than it saves.
    let known = pairs.count > 32 ? keys.map(Set.init) : nil
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
      if let keys, !(known?.contains(text) ?? keys.contains(text)) {
        log.report(.unknownKey(text, among: keys, at: key.span))
        continue
      }
      values[text] = value
    }
    for key in bounds {
      guard let limit = key.entryLimit, let value = values[key.name] else { continue }
      // What is beyond the bound is not read, so that no reader meets more.
      values[key.name] = value.prefix(limit, of: key.name, into: &log)
    }
    self.values = values
  }

  /// Returns the value of a key; nil when the key is missing or its value is null.
  package subscript(key: String) -> YAMLNode? {
    values[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// Returns the value of a key, even if the value is null; nil when the key is missing.
  package func node(_ key: String) -> YAMLNode? { values[key] }

  /// Returns the value of a key, and reports a key that is missing or whose value is null.
  package func required(_ key: String, into log: inout Diagnostics) -> YAMLNode? {
    if let value = self[key] { return value }
    log.report(.missingKey(key, at: span.head))
    return nil
  }
}

extension YAMLNode {
  /// Returns the node with at most so many entries of its list or mapping, and reports the first
  /// one beyond.
  fileprivate func prefix(_ limit: Int, of name: String, into log: inout Diagnostics) -> YAMLNode {
    switch content {
    case .sequence(let items) where items.count > limit:
      log.report(.tooManyEntries(items.count, of: name, limit: limit, at: items[limit].span.head))
      return YAMLNode(content: .sequence(Array(items.prefix(limit))), span: span)
    case .mapping(let pairs) where pairs.count > limit:
      log.report(.tooManyEntries(pairs.count, of: name, limit: limit, at: pairs[limit].key.span))
      return YAMLNode(content: .mapping(Array(pairs.prefix(limit))), span: span)
    default: return self
    }
  }

  /// Returns the pairs of a mapping whose keys the publisher chooses, each once, in the order
  /// written.
  package func entries(_ name: String, into log: inout Diagnostics) -> [(
    key: Located<String>, value: YAMLNode
  )] {
    if case .sequence(let items) = content, let first = items.first, let id = first.listedID {
      log.report(
        .wrongType(
          name, expected: "a mapping; write '\(id.value):' instead of '- \(id.key): \(id.value)'",
          at: first.span.head))
      return []
    }
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

  /// The first pair of an item that names itself, as items of lists do elsewhere.
  private var listedID: (key: String, value: String)? {
    guard case .mapping(let pairs) = content, let first = pairs.first, let key = first.key.text,
      ["id", "name", "slug"].contains(key), let value = first.value.text
    else { return nil }
    return (key, value)
  }

  /// Returns whether the node is a mapping with a key, for mappings whose other keys depend on it.
  func hasKey(_ key: String) -> Bool {
    guard case .mapping(let pairs) = content else { return false }
    return pairs.contains { $0.key.text == key }
  }

  /// Returns the items of a list, and reports a node that is not a list, or is too long.
  package func items(
    _ name: String, atMost limit: Int = .max, into log: inout Diagnostics
  ) -> [YAMLNode] {
    if case .sequence(let items) = prefix(limit, of: name, into: &log).content { return items }
    let isPlain = text?.allSatisfy { $0.isLetter || $0.isNumber || " ,.-".contains($0) } ?? false
    let suggestion = isPlain ? text.flatMap { $0.isEmpty ? nil : "[\($0)]" } : nil
    log.report(.wrongType(name, expected: "a list", suggestion: suggestion, at: span))
    return []
  }
}
