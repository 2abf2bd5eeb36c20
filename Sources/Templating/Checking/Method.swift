import FoundationEssentials

/// A property or method of the language, as data: its name, parameters, result and implementation.
struct Method: Sendable {
  let name: String
  /// The signature shown in the reference.
  let signature: String
  let doc: String
  /// The labels of the arguments, nil for an unlabelled one. Empty for a property.
  let labels: [String?]
  let isProperty: Bool
  /// Returns the type of the result, or nil if the argument types do not match. The first type is
  /// the receiver's.
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

  /// Returns the result for a list of which only the count is known, or nil if the method needs
  /// more.
  func result(ofCount count: Int) -> TemplateValue? {
    switch name {
    case "isEmpty": .bool(count == 0)
    case "count": .number(Decimal(count))
    default: nil
    }
  }

  /// All properties and methods, by name.
  static let all: [String: Method] = Dictionary(
    uniqueKeysWithValues: (properties + listMethods + textMethods).map { ($0.name, $0) })
}
