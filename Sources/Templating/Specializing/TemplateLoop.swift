/// A loop taken out of a template, to be rendered by other means.
package struct TemplateLoop: Sendable {
  let element: Int
  let body: [TypedNode]
  let slotCount: Int

  /// The body as a program for pairs, one element a pair.
  ///
  /// - Parameters:
  ///   - globals: the template's globals, by position; nil for those that the body may not use.
  ///   - element: the element, which is a pair.
  /// - Returns: nil when something in it had to be left to the plain evaluator.
  package func program(
    _ globals: [StagedValue?], element: StagedValue, subjectValues: Int
  ) -> Program? {
    var slots: [Int: StagedValue] = [self.element: element]
    for (slot, value) in globals.enumerated() { slots[slot] = value }
    let template = Template(nodes: body, slotCount: slotCount)
    let program = Program(template, slots: slots, subjectValues: subjectValues)
    return program.needsValues ? nil : program
  }
}

extension Template {
  /// The template without its loops over a global list, and these loops by number.
  package func extractingLoops(over global: Int) -> (template: Template, loops: [TemplateLoop]) {
    var loops: [TemplateLoop] = []
    let rest = extract(nodes, global, &loops)
    return (Template(nodes: rest, slotCount: slotCount), loops)
  }

  private func extract(
    _ nodes: [TypedNode], _ global: Int, _ loops: inout [TemplateLoop]
  ) -> [TypedNode] {
    nodes.map { node in
      switch node {
      case .loop(nil, let element, let list, let body, let otherwise) where otherwise.isEmpty:
        guard case .slot(global) = list.kind else { break }
        loops.append(TemplateLoop(element: element, body: body, slotCount: slotCount))
        return .inserted(loops.count - 1)
      case .loop(let position, let element, let list, let body, let otherwise):
        return .loop(
          position: position, element: element, list: list, body: extract(body, global, &loops),
          otherwise: extract(otherwise, global, &loops))
      case .branch(let branches, let otherwise):
        return .branch(
          branches.map {
            TypedNode.Branch(conditions: $0.conditions, body: extract($0.body, global, &loops))
          }, otherwise: extract(otherwise, global, &loops))
      case .bytes, .output, .assign, .inserted, .mark: break
      }
      return node
    }
  }
}
