package import Diagnosing
package import Rendering
import Synchronization

/// The newest valid site and the current diagnostics, shared by the threads that handle requests.
package final class PreviewState: Sendable {
  private struct State {
    var site: PreviewSite?
    var diagnostics: [Diagnostic] = []
  }

  private let state = Mutex(State())
  /// The output folder.
  private let output: String?

  /// - Parameter output: the output folder, whose search index is served; nil for none.
  package init(output: String? = nil) { self.output = output }

  /// - Parameter renderer: the newest valid renderer; nil if there has been none yet.
  package func update(_ renderer: SiteRenderer?, _ diagnostics: [Diagnostic]) {
    let site = renderer.map { PreviewSite($0, output: output) }
    state.withLock { $0 = State(site: site, diagnostics: diagnostics) }
  }

  package var site: PreviewSite? { state.withLock { $0.site } }

  /// What is wrong with the content and the theme, and which pages, of those that were asked for,
  /// cost more than they may.
  package var diagnostics: [Diagnostic] {
    let (site, known) = state.withLock { ($0.site, $0.diagnostics) }
    return known + (site?.overruns ?? [])
  }
}
