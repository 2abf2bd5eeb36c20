import FoundationEssentials

/// A property or method of the language, as data: its name, what it takes and gives, and how.
struct Method: Sendable {
  let name: String
  /// How the reference shows it.
  let signature: String
  let doc: String
  /// The labels of its arguments; nil for none. Empty for a property.
  let labels: [String?]
  let isProperty: Bool
  /// The type of the result, or nil when it does not fit; the first type is that of the value.
  let resultType: @Sendable ([TemplateType]) -> TemplateType?
  let evaluate: @Sendable ([TemplateValue]) -> TemplateValue

  static func property(
    _ name: String, _ signature: String, _ doc: String,
    type: @escaping @Sendable (TemplateType) -> TemplateType?,
    _ evaluate: @escaping @Sendable (TemplateValue) -> TemplateValue
  ) -> Method {
    Method(
      name: name, signature: signature, doc: doc, labels: [], isProperty: true,
      resultType: { $0.first.flatMap(type) }, evaluate: { evaluate($0[0]) })
  }

  static func method(
    _ name: String, _ signature: String, _ doc: String, labels: [String?] = [],
    type: @escaping @Sendable ([TemplateType]) -> TemplateType?,
    _ evaluate: @escaping @Sendable ([TemplateValue]) -> TemplateValue
  ) -> Method {
    Method(
      name: name, signature: signature, doc: doc, labels: labels, isProperty: false,
      resultType: type, evaluate: evaluate)
  }

  /// The result for a list, where all that is asked is how many elements it has; else nil.
  func result(ofCount count: Int) -> TemplateValue? {
    switch name {
    case "isEmpty": .bool(count == 0)
    case "count": .number(Decimal(count))
    default: nil
    }
  }

  /// All of them, by name.
  static let all: [String: Method] = Dictionary(
    uniqueKeysWithValues: (properties + listMethods + textMethods).map { ($0.name, $0) })
}
