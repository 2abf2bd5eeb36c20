/// The names that are visible at a place, each with its slot and type.
struct Scope {
  private(set) var names: [String: (slot: Int, type: TemplateType)] = [:]
  /// Names whose values are wrong, so that one mistake is not reported at every use.
  private var broken: Set<String> = []
  /// Names that an include gives a value. Others may give it nil, so each may be asked for nil.
  private var parameters: Set<String> = []

  subscript(name: String) -> (slot: Int, type: TemplateType)? { names[name] }

  mutating func bind(_ name: String, _ slot: Int, _ type: TemplateType) {
    names[name] = (slot, type)
    broken.remove(name)
    parameters.remove(name)
  }

  mutating func bind(parameter name: String, _ slot: Int, _ type: TemplateType) {
    bind(name, slot, type)
    parameters.insert(name)
  }

  /// Whether an expression is a parameter, which may be asked for nil whatever its type.
  func isParameter(_ expression: Expression) -> Bool {
    if case .name(let name) = expression.kind { parameters.contains(name) } else { false }
  }

  mutating func bindBroken(_ name: String) {
    names[name] = nil
    broken.insert(name)
  }

  func isBroken(_ name: String) -> Bool { broken.contains(name) }
}
