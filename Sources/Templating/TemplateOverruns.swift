package import Diagnosing
import Synchronization

/// The places where pages exceeded their budget. The output of such a page is incomplete, so a
/// build has to check before it writes a page.
///
/// A class, because templates that render pages concurrently share it.
package final class TemplateOverruns: Sendable {
  private let found = Mutex(Diagnostics())

  package init() {}

  package var isEmpty: Bool { found.withLock { $0.isEmpty } }

  package var diagnostics: Diagnostics { found.withLock { $0 } }

  /// Forgets what was found, because templates or content have changed since.
  package func clear() { found.withLock { $0 = Diagnostics() } }

  func report(_ budget: RenderingBudget, in template: Template) {
    guard budget.isSpent else { return }
    let place = budget.place ?? template.start
    guard let place else { return }
    let outer = budget.outerLoop == place ? nil : budget.outerLoop
    found.withLock { $0.report(.templateCost(budget.limits, within: outer, at: place)) }
  }
}
