/// The types of the template language.
package indirect enum TemplateType: Sendable, Hashable {
  case bool, number, text
  /// Markup that is safe to insert unescaped.
  case html
  case list(TemplateType)
  case optional(TemplateType)
  case record(RecordType)
  /// Values of one type, with texts as keys.
  case dictionary(TemplateType)
  /// The type of `nil` and of an empty list's elements, which matches every other type.
  case nothing

  /// The name of the type in diagnostics.
  package var name: String {
    switch self {
    case .bool: "a Bool"
    case .number: "a number"
    case .text: "text"
    case .html: "HTML"
    case .list(let element): "a list of \(element.names)"
    case .optional(.nothing), .nothing: "nil"
    case .optional(let wrapped): "\(wrapped.name) that may be nil"
    case .record(let record):
      "\("aeiou".contains(record.name.prefix(1)) ? "an" : "a") '\(record.name)'"
    case .dictionary(let value): "a dictionary of \(value.name)"
    }
  }

  /// The plural name of the type in diagnostics.
  private var names: String {
    switch self {
    case .bool: "Bools"
    case .number: "numbers"
    case .text, .html, .optional, .nothing: name
    case .list(let element): "lists of \(element.names)"
    case .record(let record): "'\(record.name)'"
    case .dictionary(let value): "dictionaries of \(value.names)"
    }
  }

  /// Returns the common type of two types, or nil if there is none.
  func joined(with other: TemplateType) -> TemplateType? {
    switch (self, other) {
    case _ where self == other: self
    case (.nothing, let type), (let type, .nothing): type
    case (.optional(let a), .optional(let b)): a.joined(with: b).map { .optional($0) }
    case (.optional(let a), let b), (let b, .optional(let a)):
      a.joined(with: b).map { .optional($0) }
    case (.list(let a), .list(let b)): a.joined(with: b).map { .list($0) }
    default: nil
    }
  }

  /// Reports whether a value of this type can be used where another type is expected.
  func fits(_ other: TemplateType) -> Bool { joined(with: other) == other }

  var wrapped: TemplateType? { if case .optional(let type) = self { type } else { nil } }
}
