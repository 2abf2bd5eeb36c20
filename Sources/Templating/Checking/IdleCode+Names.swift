import Diagnosing

extension IdleCode {
  /// Reports names that nothing uses.
  mutating func visitNames(of nodes: [Node]) { _ = used(in: nodes) }

  /// Returns the names that the nodes use of those that are given outside of them.
  ///
  /// Goes from the last node to the first, so that all uses of a name are known where the name is
  /// given.
  private mutating func used(in nodes: [Node]) -> Names {
    var used = Names()
    for node in nodes.reversed() {
      switch node {
      case .assign(let name, _), .fallback(let name, _):
        if !used.take(name.value) { log.report(.unusedName(name.value, at: name.span)) }
      case .block: used.isOpen = true
      default: break
      }
      switch node {
      case .branch(let branches, let otherwise, _):
        used.formUnion(self.used(in: otherwise))
        for branch in branches { used.formUnion(self.used(in: branch)) }
      case .loop(let loop): used.formUnion(self.used(in: loop))
      default:
        for expression in node.expressions { used.names.formUnion(expression.names) }
        for part in node.parts { used.formUnion(self.used(in: part)) }
      }
    }
    return used
  }

  private mutating func used(in branch: Node.Branch) -> Names {
    var used = self.used(in: branch.body)
    for condition in branch.conditions.reversed() {
      if case .binding(let name, let expression) = condition, !used.take(name.value) {
        log.report(.unusedBinding(name.value, of: expression.span, at: name.span))
      }
      used.names.formUnion(condition.expression.names)
    }
    return used
  }

  /// A loop may repeat something as often as its list is long, so its element need not be used.
  private mutating func used(in loop: Node.Loop) -> Names {
    var used = self.used(in: loop.body)
    if let filter = loop.filter { used.names.formUnion(filter.names) }
    _ = used.take(loop.element.value)
    if let position = loop.position, !used.take(position.value) {
      log.report(.unusedPosition(position.value, element: loop.element.value, at: position.span))
    }
    used.names.formUnion(loop.list.names)
    used.formUnion(self.used(in: loop.otherwise))
    return used
  }
}

/// The names that a part of a template uses.
private struct Names {
  var names: Set<String> = []
  /// Whether another file may fill a block of the part, and use any name.
  var isOpen = false

  /// Returns whether a name is used. What stands before uses another value of that name.
  mutating func take(_ name: String) -> Bool {
    let isUsed = names.remove(name) != nil
    return isUsed || isOpen || name == "_"
  }

  mutating func formUnion(_ others: Names) {
    names.formUnion(others.names)
    isOpen = isOpen || others.isOpen
  }
}
