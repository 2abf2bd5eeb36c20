package import Diagnosing

/// A checked template, ready to be rendered. It always ends, and always gives the same bytes.
package struct Template: Sendable {
  let nodes: [TypedNode]
  let slotCount: Int
  /// Itself, its layouts and what these include, by path; none for a text of the content.
  package private(set) var files: [String: SourceFile] = [:]

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

  private func render(
    _ values: [TemplateValue], into output: inout [UInt8],
    _ insert: @escaping (Int, inout [UInt8]) -> Void
  ) {
    var evaluator = Evaluator(values, slotCount: slotCount, insert: insert)
    evaluator.render(nodes, into: &output)
  }
}
