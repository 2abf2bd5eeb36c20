package import Content
package import Diagnosing

/// Compares frozen weeks with the current reports. An edit without a matching entry in the
/// corrections log is an error.
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
    for entry in SnapshotDifference.differences(then, now) where !isExplained(entry.path) {
      let place = files[entry.path]?.start ?? frozen.span
      log.report(.frozenReport(entry.path, entry.change, week, at: place))
    }
  }

  /// Reports whether corrections explain a change of `content/reports/<week>/<vendor>.md`, or of a
  /// week's replaced reports.
  private func isExplained(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count == 4, let week = Week(String(parts[2])) else { return false }
    if parts[3] == "*" {
      return library.vendors.contains { vendor in
        vendor.reports.contains { $0.week == week }
          && library.corrections.contains { $0.covers(vendor.slug, in: week) }
      }
    }
    let vendor = Slug(String(parts[3].split(separator: ".").first ?? ""))
    return vendor.map { slug in library.corrections.contains { $0.covers(slug, in: week) } }
      ?? false
  }
}
