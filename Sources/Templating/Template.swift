package import Diagnosing

/// A checked template, ready to be rendered. It always ends, and always gives the same bytes.
package struct Template: Sendable {
  let nodes: [TypedNode]
  let slotCount: Int
  /// Itself, its layouts and what these include, by path; none for a text of the content.
  package private(set) var files: [String: SourceFile] = [:]
  private(set) var limits = RenderingLimits.page
  /// Where it says that a page costs too much.
  private(set) var overruns: TemplateOverruns?
  /// Where it begins.
  private(set) var start: SourceSpan?

  /// Appends the page to a buffer.
  ///
  /// - Parameters:
  ///   - values: those of the schema's globals and then of its site members, in order.
  ///   - insert: renders a loop that was taken out of the template, by its number.
  package func render(
    _ values: [TemplateValue], into output: inout [UInt8],
    insert: (Int, inout [UInt8]) -> Void = { _, _ in }
  ) {
    withoutActuallyEscaping(insert) { render(values, into: &output, $0) }
  }

  /// Other nodes in the place of this template's.
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
