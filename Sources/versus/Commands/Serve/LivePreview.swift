import Diagnosing
import Previewing

/// A preview that follows what is saved, and tells open pages.
struct LivePreview {
  /// The last good site, and what is wrong since then.
  let state = PreviewState()
  /// What open pages are told.
  let events = EventStream()
  private let invocation: Invocation
  private var reloader: SiteReloader

  init(_ invocation: Invocation) {
    self.invocation = invocation
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

  private func publish(_ changes: FolderWatcher.Changes) {
    let diagnostics = reloader.diagnostics
    // Freeing the last site takes time, for which no open page should wait.
    withExtendedLifetime(state.site) {
      state.update(reloader.renderer, diagnostics)
      events.publish(LiveMessage(diagnostics, changes).text)
    }
  }

  private func report(_ diagnostics: [Diagnostic]) {
    let isWrong = diagnostics.contains { $0.severity == .error }
    if isWrong || !(diagnostics.isEmpty || invocation.isQuiet) {
      Terminal.note(DiagnosticFormat.text.print(diagnostics, color: invocation.hasColor))
    }
  }
}
