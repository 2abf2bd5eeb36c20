package import Diagnosing
import Synchronization

/// The places at which pages cost more than they may. What a page lacks then is not written, so a
/// build has to ask before it writes a page.
///
/// A class, because pages are rendered side by side by templates that share it.
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
