import Diagnosing

/// The limits on the cost of one page, which ensure that every template ends soon (Y-03).
package struct RenderingLimits: Sendable {
  /// The number of tags, loop iterations and new list elements.
  let steps: Int
  /// The number of bytes written, including intermediate texts.
  let bytes: Int

  package static let page = RenderingLimits(steps: 20_000_000, bytes: 32 << 20)
}

/// What remains of the limits. A class, because evaluating a value changes nothing else.
final class RenderingBudget {
  let limits: RenderingLimits
  private var steps: Int
  private var bytes: Int
  /// The innermost loop that was running when the budget ran out; the node if there was no loop.
  private(set) var place: SourceSpan?
  private var isLoop = false
  /// The outermost loop around `place`.
  private(set) var outerLoop: SourceSpan?

  init(_ limits: RenderingLimits) {
    self.limits = limits
    (steps, bytes) = (limits.steps, limits.bytes)
  }

  var isSpent: Bool { steps < 0 || bytes < 0 }

  /// Charges for steps; returns false if the budget has run out.
  @discardableResult
  func spend(steps count: Int) -> Bool {
    // A spent budget stays spent.
    if !isSpent { steps -= count }
    return !isSpent
  }

  func spend(bytes count: Int) {
    if !isSpent { bytes -= count }
  }

  /// Charges for the contents of a new value.
  func spend(_ value: TemplateValue) {
    switch value {
    case .text(let text), .html(let text): spend(bytes: text.utf8.count)
    case .list(let items): spend(steps: items.count)
    default: break
    }
  }

  /// Records where the budget ran out. Called for every node that was running, innermost first.
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
