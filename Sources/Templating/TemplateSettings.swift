package import Diagnosing

/// What the publisher of a theme may choose: values that are known before any page is, so that a
/// template treats them like words of its own.
package struct TemplateSettings: Sendable {
  package struct Setting: Sendable {
    package let value: TemplateValue
    package let type: TemplateType

    package init(value: TemplateValue, type: TemplateType) {
      self.value = value
      self.type = type
    }
  }

  /// The record of all settings.
  let root: Setting
  /// The path of each value, such as `bars.kinds`, with its place.
  let values: [Located<String>]

  package static let none = TemplateSettings(nil)

  /// - Parameter root: a record; nil for a theme without settings.
  package init(_ root: Setting?, values: [Located<String>] = []) {
    self.values = values
    let type = RecordType("theme", [])
    self.root =
      root ?? Setting(value: .record(Record(type, ordered: [])), type: .record(type))
  }

  var expression: TypedExpression {
    TypedExpression(kind: .constant(root.value), type: root.type)
  }
}
