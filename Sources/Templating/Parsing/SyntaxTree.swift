import Diagnosing
import FoundationEssentials

/// An expression as written.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case constant(TemplateValue)
    /// A string literal with values in it.
    case interpolation([Expression])
    case list([Expression])
    case name(String)
    case member(Expression, Located<String>, isOptional: Bool)
    case element(Expression, Expression, isOptional: Bool)
    case call(Expression?, Located<String>, [Argument], isOptional: Bool)
    /// What stands behind a `?.`, up to the end of the chain; nil where the value before it is nil.
    case chain(Expression)
    /// What could not be read, and was reported.
    case broken
    /// `0..<5`, the only kind of range there is.
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

/// Operators with two sides, weakest first as in Swift.
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
  /// A value for a name that an include may leave out.
  case fallback(Located<String>, Expression)

  struct Branch: Sendable {
    let conditions: [Condition]
    let body: [Node]
  }

  enum Condition: Sendable {
    case test(Expression)
    /// `let name = optional`
    case binding(Located<String>, Expression)
  }

  struct Loop: Sendable {
    /// The name of the position in `for (i, x) in list.enumerated()`.
    let position: Located<String>?
    let element: Located<String>
    let list: Expression
    /// What an element has to fulfil to be shown.
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
  /// What the template may look at.
  let names: Set<String>
}
