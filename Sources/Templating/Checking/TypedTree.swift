import Diagnosing

/// An expression whose names and members have been found and whose type is known.
///
/// Names are slots and members are positions, so that nothing is looked up by name while pages are
/// rendered. What a value depends on follows from the slots in it.
struct TypedExpression: Sendable {
  /// What most expressions end in stands in the value itself, all else behind a reference.
  enum Kind: Sendable {
    indirect case constant(TemplateValue)
    case slot(Int)
    /// What a part of a page is given of a pair; only specialised templates have it.
    case input(Int)
    /// A member of a record; of nil it is nil.
    indirect case member(TypedExpression, Int)
    indirect case element(TypedExpression, TypedExpression)
    /// An element of a list at a position that is known; nothing else than what `element` gives for
    /// that number, without working it out again.
    indirect case item(TypedExpression, Int)
    indirect case call(Method, [TypedExpression])
    indirect case phrase(Phrase, [TypedExpression])
    case list([TypedExpression])
    /// The texts of all parts.
    case joined([TypedExpression])
    indirect case not(TypedExpression)
    indirect case negate(TypedExpression)
    indirect case binary(Operator, TypedExpression, TypedExpression)
    indirect case conditional(TypedExpression, TypedExpression, TypedExpression)
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

/// A part of a checked template. Bytes, which are half of all, stand in the value itself.
enum TypedNode: Sendable {
  case bytes([UInt8])
  indirect case output(TypedExpression, Place)
  indirect case branch([Branch], otherwise: [TypedNode])
  indirect case loop(
    position: Int?, element: Int, list: TypedExpression, body: [TypedNode], otherwise: [TypedNode])
  /// A value for a slot, and where it was written.
  indirect case assign(Int, TypedExpression, SourceSpan? = nil)
  /// Where the next node was written.
  indirect case mark(Origin)
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
