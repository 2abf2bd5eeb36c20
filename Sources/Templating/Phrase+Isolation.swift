import Markup

extension Phrase {
  /// Isolates a value if the value or the phrase is written from right to left, so that the value
  /// cannot reorder the words around it. All other values stay as they are, so most sites have no
  /// invisible characters.
  func isolated(_ value: String) -> String {
    isRightToLeft || BidiIsolation.isNeeded(in: value) ? BidiIsolation.isolated(value) : value
  }

  /// Isolates an argument of a phrase in a template; a number has no direction.
  func isolated(_ argument: TypedExpression) -> TypedExpression {
    guard argument.type == .text else { return argument }
    return TypedExpression(kind: .call(isolation, [argument]), type: .text)
  }

  /// Isolates a value for a gap once the value is known.
  func isolated(_ value: StagedValue) -> StagedValue {
    switch value {
    case .known(.text(let text)): .text(isolated(text))
    case .subject(let side, let base): .subject(side, isolated(base.expression))
    case .choice(let choice, let outcomes): .choice(choice, outcomes.map { isolated($0) })
    default: value
    }
  }

  /// The method that isolates a value. Templates cannot call it, so it is in no table.
  private var isolation: Method {
    let name = Self.isolationNames[isRightToLeft ? 1 : 0]
    return .property(name, "", "", type: { $0 }, { .text(isolated($0.plainText)) })
  }

  /// The names of the method, where the value decides and where the phrase does.
  static let isolationNames = ["isolated", "alwaysIsolated"]
}
