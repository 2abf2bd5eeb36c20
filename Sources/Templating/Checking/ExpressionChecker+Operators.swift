import Diagnosing
import FoundationEssentials

extension ExpressionChecker {
  func conditional(
    _ test: Expression, _ yes: Expression, _ no: Expression, _ span: SourceSpan,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    let condition = operandOf(test, .bool, into: &log)
    let (left, right) = (check(yes, into: &log), check(no, into: &log))
    guard let condition, let left, let right else { return nil }
    // `c ? x : nil` may be nil.
    let type: TemplateType? =
      switch (left.type, right.type) {
      case (.nothing, .nothing): .nothing
      case (.nothing, let type), (let type, .nothing): type.wrapped == nil ? .optional(type) : type
      default: left.type.joined(with: right.type)
      }
    guard let type else {
      log.report(
        .typeMismatch("one side is \(left.type.name), the other \(right.type.name)", at: span))
      return nil
    }
    return TypedExpression(kind: .conditional(condition, left, right), type: type)
  }

  private static func mismatch(
    _ op: Operator, _ a: TemplateType, _ b: TemplateType
  ) -> Diagnostic.Message {
    if op == .coalesce, a.wrapped == nil, a != .nothing {
      return "'??' stands behind what may be nil, and this never is; leave it out"
    }
    let isText = op == .plus && [a, b].contains(.text) && [a, b].contains(.number)
    let hint = isText ? #"; write one text, as in "\(a) \(b)""# : ""
    return "'\(op.rawValue)' does not go between \(a.name) and \(b.name)\(hint)"
  }

  func binary(
    _ op: Operator, _ left: Expression, _ right: Expression, into log: inout Diagnostics
  ) -> TypedExpression? {
    switch op {
    case .and, .or:
      var ignored = Diagnostics()
      if op == .or, let type = check(left, into: &ignored)?.type, type.wrapped != nil {
        log.report(
          .typeMismatch(
            "this is \(type.name), not a Bool; '??' gives a value in place of nil", at: left.span))
        return nil
      }
      guard let a = operandOf(left, .bool, into: &log), let b = operandOf(right, .bool, into: &log)
      else { return nil }
      return TypedExpression(kind: .binary(op, a, b), type: .bool)
    case .minus, .times, .divided, .remainder:
      let (a, b) = (operandOf(left, .number, into: &log), operandOf(right, .number, into: &log))
      guard let a, let b else { return nil }
      // Division by zero gives nil, so the result may be nil unless the divisor is a literal.
      let isDivisor = op == .divided || op == .remainder
      let isSafe: Bool =
        if isDivisor { if case .constant(.number(let n)) = b.kind { n != 0 } else { false } } else {
          true
        }
      return TypedExpression(kind: .binary(op, a, b), type: isSafe ? .number : .optional(.number))
    case .plus, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .coalesce:
      let (a, b) = (check(left, into: &log), check(right, into: &log))
      guard let a, let b else { return nil }
      let isAsked = op == .coalesce && a.type.wrapped == nil && scope.isParameter(left)
      let asked = isAsked && a.type != .nothing ? TemplateType.optional(a.type) : a.type
      guard let type = resultType(op, asked, b.type) else {
        if op == .plus, a.type.wrapped != nil || b.type.wrapped != nil {
          log.report(.mayBeNil(at: a.type.wrapped != nil ? left.span : right.span))
        } else {
          log.report(
            .typeMismatch(
              Self.mismatch(op, a.type, b.type), at: join(left.span, right.span)))
        }
        return nil
      }
      if op == .equal || op == .notEqual { checkNil(op, (left, a), (right, b), into: &log) }
      return TypedExpression(kind: .binary(op, a, b), type: type)
    }
  }

  /// Reports a comparison with nil of what is never nil.
  private func checkNil(
    _ op: Operator, _ left: (Expression, TypedExpression), _ right: (Expression, TypedExpression),
    into log: inout Diagnostics
  ) {
    for ((expression, value), (_, other)) in [(left, right), (right, left)] {
      guard other.type == .nothing, value.type != .nothing, value.type.wrapped == nil,
        !scope.isParameter(expression)
      else { continue }
      log.report(
        .idleCondition(
          "this is never nil, so the comparison is always \(op == .notEqual)",
          at: join(left.0.span, right.0.span)))
    }
  }

  private func resultType(_ op: Operator, _ a: TemplateType, _ b: TemplateType) -> TemplateType? {
    switch op {
    case .plus:
      if case .list = a, case .list = b { return a.joined(with: b) }
      return a == b && [.number, .text].contains(a) ? a : nil
    case .equal, .notEqual: return a.joined(with: b) == nil ? nil : .bool
    case .coalesce:
      guard let wrapped = a == .nothing ? b : a.wrapped else { return nil }
      // `a ?? nil` is `a`.
      if b == .nothing { return a }
      return b.wrapped == nil ? wrapped.joined(with: b) : .optional(wrapped).joined(with: b)
    default: return a == b && [.number, .text].contains(a) ? .bool : nil
    }
  }
}
