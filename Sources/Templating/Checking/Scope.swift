/// The names visible at a position, each with its slot and type.
struct Scope {
  private(set) var names: [String: (slot: Int, type: TemplateType)] = [:]
  /// Names whose values are invalid, so that a mistake is not reported again at each use.
  private var broken: Set<String> = []
  /// Names to which an include gives a value. Another include may give nil, so each may be tested
  /// for nil.
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

  /// Reports whether an expression is a parameter, which may be tested for nil whatever its type.
  func isParameter(_ expression: Expression) -> Bool {
    if case .name(let name) = expression.kind { parameters.contains(name) } else { false }
  }

  mutating func bindBroken(_ name: String) {
    names[name] = nil
    broken.insert(name)
  }

  func isBroken(_ name: String) -> Bool { broken.contains(name) }
}
