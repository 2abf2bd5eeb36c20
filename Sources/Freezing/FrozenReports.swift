package import Content
package import Diagnosing

/// Compares frozen weeks with the current reports. An edit without a matching entry in the
/// corrections log, made after the week was frozen, is an error.
package struct FrozenReports {
  private let library: Library

  package init(_ library: Library) { self.library = library }

  package func check(into log: inout Diagnostics) {
    var hashes = ReportHashes()
    for snapshot in library.snapshots { check(snapshot, &hashes, into: &log) }
  }

  private func check(
    _ frozen: Located<Snapshot>, _ hashes: inout ReportHashes, into log: inout Diagnostics
  ) {
    let week = frozen.value.week
    let now = Snapshot.reports(of: library, in: week, hashes: &hashes)
    let then = frozen.value.inputs.filter { $0.path.hasPrefix("content/reports/") }
    let files = Dictionary(
      library.vendors.flatMap(\.reports).map { ($0.file.path, $0.file) },
      uniquingKeysWith: { first, _ in first })
    let corrections = LaterCorrections(in: library, after: frozen.value)
    for entry in SnapshotDifference.differences(then, now) where !corrections.explain(entry.path) {
      let place = files[entry.path]?.start ?? frozen.span
      let isKnown = corrections.explainedEarlier(entry.path)
      log.report(.frozenReport(entry.path, entry.change, week, isKnown: isKnown, at: place))
    }
  }
}
