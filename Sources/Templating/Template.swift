/// A checked template, ready to be rendered. It always ends, and always gives the same bytes.
package struct Template: Sendable {
  let nodes: [TypedNode]
  let slotCount: Int

  /// Appends the page to a buffer.
  ///
  /// - Parameter values: those of the schema's globals and then of its site members, in order.
  package func render(_ values: [TemplateValue], into output: inout [UInt8]) {
    var evaluator = Evaluator(values, slotCount: slotCount)
    evaluator.render(nodes, into: &output)
  }
}
