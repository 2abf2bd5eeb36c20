import Diagnosing

/// What one page may cost, so that every template ends soon (Y-03).
package struct RenderingLimits: Sendable {
  /// Tags, rounds of loops and elements of lists that are made.
  let steps: Int
  /// What is written, and the texts that are made on the way.
  let bytes: Int

  package static let page = RenderingLimits(steps: 20_000_000, bytes: 64 << 20)
}

/// What is left of the limits. A class, because evaluating a value changes nothing else.
final class RenderingBudget {
  let limits: RenderingLimits
  private var steps: Int
  private var bytes: Int
  /// The innermost loop that was running when the budget was spent; without one, the node.
  private(set) var place: SourceSpan?
  private var isLoop = false
  /// The outermost loop around it.
  private(set) var outerLoop: SourceSpan?

  init(_ limits: RenderingLimits) {
    self.limits = limits
    (steps, bytes) = (limits.steps, limits.bytes)
  }

  var isSpent: Bool { steps < 0 || bytes < 0 }

  /// Counts steps; false when there are no more.
  @discardableResult
  func spend(steps count: Int) -> Bool {
    // What is spent stays spent.
    if !isSpent { steps -= count }
    return !isSpent
  }

  func spend(bytes count: Int) {
    if !isSpent { bytes -= count }
  }

  /// Counts what a value holds that was made anew.
  func spend(_ value: TemplateValue) {
    switch value {
    case .text(let text), .html(let text): spend(bytes: text.utf8.count)
    case .list(let items): spend(steps: items.count)
    default: break
    }
  }

  /// Called from the inside out, once the budget is spent, for every node that was running.
  func unwind(_ span: SourceSpan?, isLoop: Bool) {
    guard let span else { return }
    if isLoop {
      outerLoop = span
      if !self.isLoop { place = span }
    } else if place == nil {
      place = span
    }
    self.isLoop = self.isLoop || isLoop
  }
}
