import FoundationEssentials
import Markup
package import System

/// A value as far as it is known before a pair is chosen: its binding time.
///
/// A value that depends on the site alone is known. A value that depends on one subject is an
/// expression over the values of that subject. A value that depends on the pair is a choice between
/// a few values, made by a *fact*: a small number that the caller computes for each pair.
package indirect enum StagedValue: Sendable {
  case known(TemplateValue)
  /// An expression whose slots are the values of one subject.
  case subject(Side, SubjectExpression)
  /// One of several values, selected by a fact of the pair or a test of one subject.
  case choice(Choice, [StagedValue])
  case record(RecordType, [StagedValue])
  case list([StagedValue])
  /// The concatenated elements of several lists.
  case concatenated([StagedValue])
  /// The concatenated texts of all parts.
  case joined([StagedValue])
  /// The output of a plain-text template.
  case rendered(Template, [StagedValue])
  /// Worked out page by page from what either subject and the facts contribute.
  case pairwise(PairExpression)
  /// A value that depends on both subjects in more ways than can be listed; computed for each page.
  case computed(@Sendable (PairInputs) -> TemplateValue)
  /// The value of an expression that is left to the plain evaluator.
  case unknown

  /// The selector of a choice between values.
  package indirect enum Choice: Sendable {
    /// A fact of the pair, by position; the fact's number is the position of the selected value.
    case fact(Int)
    /// A test of one subject: 0 for false, 1 for true. The id distinguishes tests.
    case test(Side, SubjectExpression, id: Int)
    /// A Bool that several facts decide: 0 for false, 1 for true. The value is a choice by facts
    /// whose outcomes are all known.
    case facts(StagedValue, id: Int)
    /// A test of an expression over both subjects: 0 for false, 1 for true. The id distinguishes
    /// tests.
    case pair(PairExpression, id: Int)
  }
}

/// An expression over the values of one subject.
package struct SubjectExpression: Sendable {
  let expression: TypedExpression
}

extension StagedValue {
  /// Returns one of the values of a subject.
  ///
  /// - Parameter position: the position in the list that `Program.fragments` takes.
  package static func value(of side: Side, at position: Int, type: TemplateType) -> StagedValue {
    subject(side, TypedExpression(kind: .slot(position), type: type))
  }

  /// Returns an element of a subject's list.
  package func element(_ index: Int, type: TemplateType) -> StagedValue {
    guard case .subject(let side, let base) = self else { return .unknown }
    return .subject(side, TypedExpression(kind: .item(base.expression, index), type: type))
  }

  /// Accesses a member of a record.
  package subscript(_ name: String) -> StagedValue {
    switch self {
    case .record(let type, let members): type.index(of: name).map { members[$0] } ?? .unknown
    case .known(.record(let record)): record[name].map { .known($0) } ?? .unknown
    case .subject(let side, let base):
      if case .record(let type) = base.expression.type, let index = type.index(of: name) {
        .subject(
          side,
          TypedExpression(
            kind: .member(base.expression, index), type: type.members[index].type))
      } else {
        .unknown
      }
    default: .unknown
    }
  }

  /// Creates a record from exactly the type's members.
  package static func record(_ type: RecordType, _ members: [String: StagedValue]) -> StagedValue {
    precondition(members.count == type.members.count, "'\(type.name)' was given other members")
    return .record(
      type,
      type.members.map { member in
        guard let value = members[member.name] else {
          preconditionFailure("the record '\(type.name)' has no value for '\(member.name)'")
        }
        return value
      })
  }

  /// Creates a choice: the first value for a fact of 0, the second for 1, and so on.
  package static func fact(_ position: Int, _ values: [StagedValue]) -> StagedValue {
    .choice(.fact(position), values)
  }

  static func subject(_ side: Side, _ expression: TypedExpression) -> StagedValue {
    .subject(side, SubjectExpression(expression: expression))
  }

  package static func text(_ text: String) -> StagedValue { .known(.text(text)) }
  package static func bool(_ bool: Bool) -> StagedValue { .known(.bool(bool)) }
}

extension StagedValue {
  /// The value, if it depends on the site alone; otherwise nil.
  var plain: TemplateValue? {
    switch self {
    case .known(let value): return value
    case .list(let items):
      let values = items.compactMap(\.plain)
      return values.count == items.count ? .list(values) : nil
    case .record(let type, let members):
      let values = members.compactMap(\.plain)
      return values.count == members.count ? .record(Record(type, ordered: values)) : nil
    case .joined(let parts):
      let values = parts.compactMap(\.plain)
      return values.count == parts.count ? .text(values.map(\.plainText).joined()) : nil
    default: return nil
    }
  }

  /// Returns the value as an expression over one subject; nil if it depends on anything else.
  func expression(on side: Side) -> TypedExpression? {
    if let plain { return TypedExpression(constant: plain) }
    switch self {
    case .subject(side, let expression): return expression.expression
    case .list(let items):
      let expressions = items.compactMap { $0.expression(on: side) }
      return expressions.count == items.count
        ? TypedExpression(kind: .list(expressions), type: .list(.nothing)) : nil
    case .joined(let parts):
      let expressions = parts.compactMap { $0.expression(on: side) }
      return expressions.count == parts.count
        ? TypedExpression(kind: .joined(expressions), type: .text) : nil
    default: return nil
    }
  }

  /// Whether the value is certainly not nil.
  var isNeverNil: Bool {
    switch self {
    case .known(let value): !value.isNone
    case .subject(_, let base):
      base.expression.type.wrapped == nil && base.expression.type != .nothing
    case .pairwise(let pair):
      pair.expression.type.wrapped == nil && pair.expression.type != .nothing
    case .record, .list, .concatenated, .joined, .rendered: true
    case .choice, .computed, .unknown: false
    }
  }

  /// Whether the value is a subject itself, which is the first of the subject's values. A page's
  /// two subjects are never equal.
  var isWholeSubject: Bool {
    if case .subject(_, let base) = self, case .slot(0) = base.expression.kind {
      true
    } else {
      false
    }
  }

  /// The number of outcomes of a choice; 1 for any other value.
  var outcomeCount: Int {
    guard case .choice(_, let values) = self else { return 1 }
    return values.reduce(0) { $0 + $1.outcomeCount }
  }
}

extension TypedExpression {
  init(constant value: TemplateValue) { self.init(kind: .constant(value), type: .nothing) }
}
