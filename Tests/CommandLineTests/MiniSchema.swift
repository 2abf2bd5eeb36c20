import Foundation

/// Validates a value against the subset of JSON Schema that our schemas use. An unknown
/// keyword is reported as well.
struct MiniSchema {
  private let rules: [String: Any]

  init(_ rules: [String: Any]) { self.rules = rules }

  func problems(of value: Any, at place: String) -> [String] {
    var found: [String] = []
    for (word, rule) in rules.sorted(by: { $0.key < $1.key }) {
      switch (word, rule) {
      case ("$id", _), ("$schema", _), ("title", _), ("description", _), ("examples", _): break
      case ("type", let type as String):
        if !isOf(type, value) { found.append("\(place): no \(type)") }
      case ("type", let types as [String]):
        if !types.contains(where: { isOf($0, value) }) {
          found.append("\(place): none of \(types)")
        }
      case ("enum", let words as [String]):
        if !words.contains(value as? String ?? "") { found.append("\(place): not of \(words)") }
      case ("minimum", let bound as Double):
        if let value = value as? Double, value < bound { found.append("\(place): too small") }
      case ("maximum", let bound as Double):
        if let value = value as? Double, value > bound { found.append("\(place): too large") }
      case ("maxItems", let bound as Double):
        if Double((value as? [Any])?.count ?? 0) > bound { found.append("\(place): too long") }
      case ("maxProperties", let bound as Double):
        let count = (value as? [String: Any])?.count ?? 0
        if Double(count) > bound { found.append("\(place): too long") }
      case ("required", let names as [String]):
        let missing = names.filter { (value as? [String: Any])?[$0] == nil }
        if !missing.isEmpty { found.append("\(place): without \(missing)") }
      case ("items", let item as [String: Any]):
        for (index, value) in (value as? [Any] ?? []).enumerated() {
          found += MiniSchema(item).problems(of: value, at: "\(place)[\(index)]")
        }
      case ("anyOf", let forms as [[String: Any]]):
        if forms.allSatisfy({ !MiniSchema($0).problems(of: value, at: place).isEmpty }) {
          found.append("\(place): of no form")
        }
      case ("properties", _), ("additionalProperties", _), ("propertyNames", _): break
      default: found.append("\(place): unknown word '\(word)'")
      }
    }
    return found + membersProblems(of: value, at: place)
  }

  /// Whether the value of a key has members of any name.
  func takesAnyName(at path: [String]) -> Bool {
    let place = path.reduce(rules as [String: Any]?) { rules, name in
      (rules?["properties"] as? [String: Any])?[name] as? [String: Any]
    }
    return place?["additionalProperties"] is [String: Any]
  }

  private func membersProblems(of value: Any, at place: String) -> [String] {
    let known = rules["properties"] as? [String: [String: Any]] ?? [:]
    return (value as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { name, value in
      let path = "\(place).\(name)"
      if let schema = known[name] { return MiniSchema(schema).problems(of: value, at: path) }
      if let other = rules["additionalProperties"] as? [String: Any] {
        return MiniSchema(other).problems(of: value, at: path)
      }
      let isOpen = known.isEmpty && rules["additionalProperties"] == nil
      return isOpen ? [] : ["\(path): not in the schema"]
    }
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "string": value is String
    case "boolean": value is Bool
    case "number": value is Double
    case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "null": value is NSNull
    default: false
    }
  }
}
