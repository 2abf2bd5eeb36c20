/// The names that are visible at a place, each with its slot and type.
struct Scope {
  private(set) var names: [String: (slot: Int, type: TemplateType)] = [:]

  subscript(name: String) -> (slot: Int, type: TemplateType)? { names[name] }

  mutating func bind(_ name: String, _ slot: Int, _ type: TemplateType) {
    names[name] = (slot, type)
  }
}
