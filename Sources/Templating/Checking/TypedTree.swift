import Diagnosing

/// An expression whose names and members have been found and whose type is known.
///
/// Names are slots and members are positions, so that nothing is looked up by name while pages are
/// rendered. What a value depends on follows from the slots in it.
struct TypedExpression: Sendable {
  indirect enum Kind: Sendable {
    case constant(TemplateValue)
    case slot(Int)
    /// A member of a record; of nil it is nil.
    case member(TypedExpression, Int)
    case element(TypedExpression, TypedExpression)
    /// An element of a list at a position that is known; nothing else than what `element` gives for
    /// that number, without working it out again.
    case item(TypedExpression, Int)
    case call(Method, [TypedExpression])
    case phrase(Phrase, [TypedExpression])
    case list([TypedExpression])
    /// The texts of all parts.
    case joined([TypedExpression])
    case not(TypedExpression)
    case negate(TypedExpression)
    case binary(Operator, TypedExpression, TypedExpression)
    case conditional(TypedExpression, TypedExpression, TypedExpression)
  }

  let kind: Kind
  let type: TemplateType
}

/// Where a part of a page was written, for who explains what pages cost.
struct Origin: Sendable {
  let span: SourceSpan
  /// True for all but the first of the pieces that one node became, which occur as one.
  var isContinued = false
}

/// A part of a checked template.
indirect enum TypedNode: Sendable {
  case bytes([UInt8])
  case output(TypedExpression, Place)
  case branch([Branch], otherwise: [TypedNode])
  case loop(
    position: Int?, element: Int, list: TypedExpression, body: [TypedNode], otherwise: [TypedNode])
  case assign(Int, TypedExpression)
  /// Where the next node was written.
  case mark(Origin)
  /// A loop that was taken out of the template, by its number; the caller renders it.
  case inserted(Int)

  struct Branch: Sendable {
    let conditions: [Condition]
    let body: [TypedNode]
  }

  enum Condition: Sendable {
    case test(TypedExpression)
    case binding(Int, TypedExpression)
  }
}
