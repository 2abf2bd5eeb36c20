import Content
import Reading
import System

/// The frozen weeks of a source folder, for commands that write reports.
struct FrozenWeeks {
  private let weeks: [Week]

  /// - Throws: `FileFailure`.
  init(_ folder: ContentFolder) throws {
    weeks = try folder.files(below: "content/snapshots").compactMap { path in
      path.split(separator: "/").last.flatMap { Week(String($0.prefix { $0 != "." })) }
    }.sorted()
  }

  /// Returns the first frozen week that reports of a week belong to: the week itself, or a later
  /// one, in which the reports may be in force.
  func first(from week: Week) -> Week? { weeks.first { $0 >= week } }

  /// Refuses to write reports that would change a frozen week.
  ///
  /// - Throws: `UsageError`.
  func refuse(_ week: Week, orElse remedy: String) throws(UsageError) {
    guard let frozen = first(from: week) else { return }
    let what =
      frozen == week
      ? "\(week.text) is frozen" : "a report of \(week.text) would change the frozen \(frozen.text)"
    throw UsageError("\(what) (\(Snapshot.path(of: frozen))); \(remedy)")
  }
}
