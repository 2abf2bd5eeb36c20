import Diagnosing
import FoundationEssentials

/// An expression as written.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case constant(TemplateValue)
    /// A string literal with interpolations.
    case interpolation([Expression])
    case list([Expression])
    case name(String)
    case member(Expression, Located<String>, isOptional: Bool)
    case element(Expression, Expression, isOptional: Bool)
    case call(Expression?, Located<String>, [Argument], isOptional: Bool)
    /// The part after `?.`, up to the end of the chain; nil if the value before it is nil.
    case chain(Expression)
    /// An expression that could not be parsed; a problem was reported.
    case broken
    /// A range such as `0..<5`, the only kind of range.
    case range(Expression, Expression)
    case not(Expression)
    case negate(Expression)
    case binary(Operator, Expression, Expression)
    case conditional(Expression, Expression, Expression)
  }

  struct Argument: Sendable {
    let label: Located<String>?
    let value: Expression
  }

  let kind: Kind
  let span: SourceSpan
}

/// The binary operators, weakest first as in Swift.
enum Operator: String, Sendable, CaseIterable {
  case or = "||"
  case and = "&&"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case coalesce = "??"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case remainder = "%"

  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 3
    case .coalesce: 4
    case .plus, .minus: 5
    case .times, .divided, .remainder: 6
    }
  }
}

/// A part of a template as written.
indirect enum Node: Sendable {
  case text(SourceSpan)
  /// The two characters `\(`.
  case escape(SourceSpan)
  case output(Expression, isRaw: Bool)
  case branch([Branch], otherwise: [Node], SourceSpan)
  case loop(Loop)
  case assign(Located<String>, Expression)
  case include(Located<String>, [Expression.Argument], SourceSpan)
  case block(Located<String>, [Node])
  /// A default for a name that an include may omit.
  case fallback(Located<String>, Expression)

  struct Branch: Sendable {
    let conditions: [Condition]
    let body: [Node]
  }

  enum Condition: Sendable {
    case test(Expression)
    /// A binding such as `let name = optional`.
    case binding(Located<String>, Expression)
  }

  struct Loop: Sendable {
    /// The name of the position in `for (i, x) in list.enumerated()`.
    let position: Located<String>?
    let element: Located<String>
    let list: Expression
    /// The condition that an element must meet to be shown.
    let filter: Expression?
    let body: [Node]
    let otherwise: [Node]
    let span: SourceSpan
  }
}

/// A template as written.
struct ParsedTemplate: Sendable {
  let layout: Located<String>?
  let nodes: [Node]
  /// The names that the template may read.
  let names: Set<String>
}
