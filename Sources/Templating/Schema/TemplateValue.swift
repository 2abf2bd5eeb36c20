package import FoundationEssentials

/// A value that a template works with.
package indirect enum TemplateValue: Sendable {
  case none
  case bool(Bool)
  case number(Decimal)
  case text(String)
  /// Markup that the caller vouches for.
  case html(String)
  case list([TemplateValue])
  case record(Record)
  case dictionary([String: TemplateValue])
}

extension TemplateValue: Equatable {
  package static func == (left: TemplateValue, right: TemplateValue) -> Bool {
    switch (left, right) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.text(let a), .text(let b)), (.html(let a), .html(let b)): a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)): a == b
    case (.record(let a), .record(let b)): a.isSame(as: b)
    default: false
    }
  }
}

extension Record {
  /// Records are compared by their identity, not by all that they hold.
  func isSame(as other: Record) -> Bool {
    guard type === other.type, let identity = type.identity else { return false }
    return values[identity] == other.values[identity]
  }
}

extension TemplateValue {
  /// The value as text: numbers in plain digits, nothing for what has no text.
  var plainText: String {
    switch self {
    case .text(let text), .html(let text): text
    case .number(let number): number.description
    case .bool(let bool): bool ? "true" : "false"
    case .none, .list, .record, .dictionary: ""
    }
  }

  var items: [TemplateValue] { if case .list(let items) = self { items } else { [] } }

  var isTrue: Bool { if case .bool(let value) = self { value } else { false } }

  var isNone: Bool { if case .none = self { true } else { false } }
}
