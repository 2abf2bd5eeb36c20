import Markup

extension Phrase {
  /// Whether a value may change the order of the words around it: when one of the two is written
  /// from right to left. All others stay as they are, so that most sites have no invisible
  /// characters.
  func isolated(_ value: String) -> String {
    isRightToLeft || BidiIsolation.isNeeded(in: value) ? BidiIsolation.isolated(value) : value
  }

  /// The argument of a template for a gap, kept apart; a number has no direction to keep.
  func isolated(_ argument: TypedExpression) -> TypedExpression {
    guard argument.type == .text else { return argument }
    return TypedExpression(kind: .call(isolation, [argument]), type: .text)
  }

  /// A value for a gap, kept apart as soon as it is known.
  func isolated(_ value: StagedValue) -> StagedValue {
    switch value {
    case .known(.text(let text)): .text(isolated(text))
    case .subject(let side, let base): .subject(side, isolated(base.expression))
    case .choice(let choice, let outcomes): .choice(choice, outcomes.map { isolated($0) })
    default: value
    }
  }

  /// No method of the language, so it is in no table.
  private var isolation: Method {
    .property("isolated", "", "", type: { $0 }, { .text(isolated($0.plainText)) })
  }
}
