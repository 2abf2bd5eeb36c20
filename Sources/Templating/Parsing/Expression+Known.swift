import Diagnosing
import FoundationEssentials

/// What is known of an expression without any value.
extension Expression {
  /// The value of an expression that is the same on every page; nil if it is not, or not known.
  var known: TemplateValue? {
    switch kind {
    case .constant(let value): value
    case .not(let operand): operand.known?.bool.map { .bool(!$0) }
    case .negate(let operand): operand.known?.decimal.map { .number(-$0) }
    case .binary(let op, let left, let right): Self.known(op, left, right)
    case .conditional(let test, let yes, let no):
      test.known?.bool.flatMap { $0 ? yes.known : no.known }
    case .member(let base, let name, _) where name.value == "isEmpty":
      base.isKnownEmpty.map { .bool($0) }
    default: nil
    }
  }

  /// Whether a list has no elements; nil if that is not known.
  var isKnownEmpty: Bool? {
    switch kind {
    case .list(let items): return items.isEmpty
    case .range(let start, let end):
      guard let start = start.known?.decimal, let end = end.known?.decimal else { return nil }
      return end <= start
    case .call(_, let name, let arguments, _) where name.value == "prefix":
      return arguments.first?.value.known == .number(0) ? true : nil
    case .call(let base?, let name, _, _) where name.value == "enumerated":
      return base.isKnownEmpty
    default: return nil
    }
  }

  private static func known(
    _ op: Operator, _ left: Expression, _ right: Expression
  ) -> TemplateValue? {
    let (a, b) = (left.known, right.known)
    switch op {
    case .and, .or:
      let settles = TemplateValue.bool(op == .or)
      if a == settles || b == settles { return settles }
      return a?.bool != nil && b?.bool != nil ? .bool(op == .and) : nil
    case .equal, .notEqual:
      if left.isWritten(like: right) { return .bool(op == .equal) }
      guard let a, let b, a.isLike(b) else { return nil }
      return .bool((a == b) == (op == .equal))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if left.isWritten(like: right) {
        return .bool(op == .lessOrEqual || op == .greaterOrEqual)
      }
      if left.isCount, let number = b?.decimal, number <= 0 { return known(op, above: number) }
      guard let a = a?.decimal, let b = b?.decimal else { return nil }
      return .bool(op.holds(a, b))
    default: return nil
    }
  }

  /// Compares a count, which is never negative, with a number that is not positive.
  private static func known(_ op: Operator, above number: Decimal) -> TemplateValue? {
    switch op {
    case .less: .bool(false)
    case .greaterOrEqual: .bool(true)
    case .greater where number < 0: .bool(true)
    case .lessOrEqual where number < 0: .bool(false)
    default: nil
    }
  }

  private var isCount: Bool {
    if case .member(_, let name, isOptional: false) = kind { name.value == "count" } else { false }
  }
}

extension Operator {
  fileprivate func holds(_ a: Decimal, _ b: Decimal) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    default: a >= b
    }
  }
}

extension TemplateValue {
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// Whether the values are of one type.
  fileprivate func isLike(_ other: TemplateValue) -> Bool {
    switch (self, other) {
    case (.bool, .bool), (.number, .number), (.text, .text), (.none, .none): true
    default: false
    }
  }
}
