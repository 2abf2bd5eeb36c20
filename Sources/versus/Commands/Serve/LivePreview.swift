import Diagnosing
import Previewing

/// A preview that follows edits and notifies open pages.
struct LivePreview {
  /// The last valid site, and the current diagnostics.
  let state: PreviewState
  /// The messages to open pages.
  let events = EventStream()
  private let invocation: Invocation
  private var reloader: SiteReloader
  /// What open pages were told last.
  private var told: [Diagnostic] = []

  init(_ invocation: Invocation) {
    self.invocation = invocation
    state = PreviewState(output: invocation.output)
    reloader = SiteReloader(invocation)
  }

  mutating func reload(_ changes: FolderWatcher.Changes) {
    let start = ContinuousClock.now
    reloader.reload(changes)
    publish(changes)
    // Open pages are told what changed before the links are followed.
    if reloader.checkLinks() { publish(FolderWatcher.Changes()) }
    report(reloader.diagnostics)
    if invocation.has(.verbose) {
      let names =
        changes.isEverything ? "everything" : changes.paths.sorted().joined(separator: ", ")
      let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
      Terminal.note("\(names): read again in \(milliseconds) ms\n")
    }
  }

  private mutating func publish(_ changes: FolderWatcher.Changes) {
    let diagnostics = reloader.diagnostics
    told = diagnostics
    // Freeing the previous site takes time, and open pages should not have to wait for that.
    withExtendedLifetime(state.site) {
      state.update(reloader.renderer, diagnostics)
      events.publish(LiveMessage(diagnostics, changes).text)
    }
  }

  /// Tells what a page cost that was asked for meanwhile, if that was too much.
  mutating func reportOverruns() {
    let diagnostics = state.diagnostics
    if diagnostics == told { return }
    told = diagnostics
    events.publish(LiveMessage(diagnostics, FolderWatcher.Changes()).text)
    report(diagnostics)
  }

  private func report(_ diagnostics: [Diagnostic]) {
    let isWrong = diagnostics.contains { $0.severity == .error }
    if isWrong || !(diagnostics.isEmpty || invocation.isQuiet) {
      Terminal.note(DiagnosticFormat.text.print(diagnostics, color: invocation.hasColor))
    }
  }
}
