import Diagnosing

/// An expression with resolved names and members and a known type.
///
/// Names are slots and members are positions, so nothing is looked up by name while pages are
/// rendered. The slots of an expression show what its value depends on.
struct TypedExpression: Sendable {
  /// The kinds of expression. The most common leaves are stored inline, all others indirectly.
  enum Kind: Sendable {
    indirect case constant(TemplateValue)
    case slot(Int)
    /// What a part of a page is given of a pair; only specialised templates have it.
    case input(Int)
    /// A member of a record; nil if the record is nil.
    indirect case member(TypedExpression, Int)
    indirect case element(TypedExpression, TypedExpression)
    /// An element at a known position. Gives the same value as `element` with that number, but does
    /// not evaluate the number.
    indirect case item(TypedExpression, Int)
    indirect case call(Method, [TypedExpression])
    indirect case phrase(Phrase, [TypedExpression])
    case list([TypedExpression])
    /// The concatenated texts of all parts.
    case joined([TypedExpression])
    indirect case not(TypedExpression)
    indirect case negate(TypedExpression)
    indirect case binary(Operator, TypedExpression, TypedExpression)
    indirect case conditional(TypedExpression, TypedExpression, TypedExpression)
  }

  let kind: Kind
  let type: TemplateType
}

/// The source of a part of a page, for reports on what pages cost.
struct Origin: Sendable {
  let span: SourceSpan
  /// Whether the piece continues a node, so that a node split into several pieces is counted once.
  var isContinued = false
}

/// A part of a checked template. Bytes, which are half of all nodes, are stored inline.
enum TypedNode: Sendable {
  case bytes([UInt8])
  indirect case output(TypedExpression, Place)
  indirect case branch([Branch], otherwise: [TypedNode])
  indirect case loop(
    position: Int?, element: Int, list: TypedExpression, body: [TypedNode], otherwise: [TypedNode])
  /// A value for a slot, and its place in the source.
  indirect case assign(Int, TypedExpression, SourceSpan? = nil)
  /// The place in the source of the next node.
  indirect case mark(Origin)
  /// A loop taken out of the template, by number; the caller renders it.
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
