package import Diagnosing

/// A checked template, ready to be rendered. Rendering always ends, and is deterministic.
package struct Template: Sendable {
  let nodes: [TypedNode]
  let slotCount: Int
  /// The template itself, its layouts and their includes, by path; empty for a text of the content.
  package private(set) var files: [String: SourceFile] = [:]
  private(set) var limits = RenderingLimits.page
  /// The collector for pages that exceed their budget.
  private(set) var overruns: TemplateOverruns?
  /// The start of the template in the source.
  private(set) var start: SourceSpan?

  /// Appends the page to a buffer.
  ///
  /// - Parameters:
  ///   - values: the values of the schema's globals, then those of its site members, in order.
  ///   - insert: renders a loop that was taken out of the template, by number.
  package func render(
    _ values: [TemplateValue], into output: inout [UInt8],
    insert: (Int, inout [UInt8]) -> Void = { _, _ in }
  ) {
    withoutActuallyEscaping(insert) { render(values, into: &output, $0) }
  }

  /// Returns the template with different nodes.
  func with(_ nodes: [TypedNode]) -> Template {
    Template(
      nodes: nodes, slotCount: slotCount, files: files, limits: limits, overruns: overruns,
      start: start)
  }

  private func render(
    _ values: [TemplateValue], into output: inout [UInt8],
    _ insert: @escaping (Int, inout [UInt8]) -> Void
  ) {
    var evaluator = Evaluator(
      values, slotCount: slotCount, budget: RenderingBudget(limits), insert: insert)
    evaluator.render(nodes, into: &output)
    overruns?.report(evaluator.budget, in: self)
  }
}
