package import FoundationEssentials
package import Hashing
import Markup
import System

/// A value in a template.
package enum TemplateValue: Sendable {
  case none
  case bool(Bool)
  case number(Decimal)
  case text(String)
  /// Markup that the caller guarantees to be safe.
  case html(String)
  case list([TemplateValue])
  case record(Record)
  case dictionary([String: TemplateValue])
  /// A value made when a template first reads it.
  case deferred(DeferredValue)
}

/// A value that is expensive to make and shown on few pages, such as the body of a report.
package final class DeferredValue: Sendable {
  /// The number of elements of a list; nil for any other value.
  let count: Int?
  private let derived: Derived<TemplateValue>
  /// A vendor's values are on many pages, and each asks.
  private let knownFingerprint = Lazy<Fingerprint>()

  package init(_ derived: Derived<TemplateValue>, count: Int? = nil) {
    self.derived = derived
    self.count = count
  }

  /// The fingerprint of the value, available without making the value.
  package var fingerprint: Fingerprint { knownFingerprint.value { derived.fingerprint } }

  func make() -> TemplateValue { derived.value }
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
    case (.dictionary(let a), .dictionary(let b)): a == b
    case (.deferred, _), (_, .deferred): left.forced == right.forced
    default: false
    }
  }
}

extension Record {
  /// Reports whether two records are equal: by their identity, or by all members if they have none.
  func isSame(as other: Record) -> Bool {
    guard type === other.type else { return false }
    guard let identity = type.identity else { return values == other.values }
    return values[identity] == other.values[identity]
  }
}

extension TemplateValue {
  /// The value itself; a deferred value is made first.
  var forced: TemplateValue { if case .deferred(let value) = self { value.make() } else { self } }

  /// The value as text: numbers in plain digits, and empty for values without a text form.
  var plainText: String {
    switch self {
    case .text(let text), .html(let text): text
    case .number(let number): number.text
    case .bool(let bool): bool ? "true" : "false"
    case .none, .list, .record, .dictionary: ""
    case .deferred: forced.plainText
    }
  }

  var items: [TemplateValue] { if case .list(let items) = self { items } else { [] } }

  var isTrue: Bool { if case .bool(let value) = self { value } else { false } }

  var isNone: Bool { if case .none = self { true } else { false } }
}

extension FingerprintInput {
  /// Adds a value with all its contents; a deferred value adds its fingerprint.
  ///
  /// The type of a record is left out, because it follows from the record's position.
  package mutating func add(_ value: TemplateValue) {
    switch value {
    case .none: add(kind: 0)
    case .bool(let value): add(kind: value ? 2 : 1)
    case .number(let number):
      add(kind: 3)
      add(number.text)
    case .text(let text):
      add(kind: 4)
      add(text)
    case .html(let text):
      add(kind: 5)
      add(text)
    case .list(let items):
      add(kind: 6)
      add(items.count)
      for item in items { add(item) }
    case .record(let record):
      add(kind: 7)
      add(record.values.count)
      for value in record.values { add(value) }
    case .dictionary(let values):
      add(kind: 8)
      add(values.count)
      for key in values.keys.sorted() {
        add(key)
        if let value = values[key] { add(value) }
      }
    case .deferred(let value):
      add(kind: 9)
      add(value.fingerprint)
    }
  }
}
