import Comparing
import Content
import Diagnosing
import Freezing
import Planning
import Reading
import Rendering
import System
import Writing

/// The command `versus snapshot WEEK|list|verify WEEK`.
enum SnapshotCommand {
  static let command = Command(
    "snapshot",
    summary: "freeze a week, and prove later that it can be regenerated",
    usages: [
      Usage(
        [Operand("WEEK")],
        """
        write `content/snapshots/WEEK.yaml`, the hashes of the week's inputs and pages, to commit \
        with the content; after a correction, write it anew
        """, run: withLoader { try freeze(Week(operand: $0.operands[0]), $0, &$1) }),
      Usage([.words("list")], "list the frozen weeks", run: withLoader(list)),
      Usage(
        [.words("verify"), Operand("WEEK")],
        """
        regenerate the week; name the inputs and pages that differ, and exit with code 4 unless \
        later entries of `content/corrections.yaml` explain them
        """,
        run: withLoader { try verify(Week(operand: $0.operands[1]), $0, &$1) }),
    ],
    options: [.source, .jobs, .format, .quiet, .verbose],
    examples: [
      Command.Example("versus snapshot 2026-W14", "freeze the week once it is published")
    ])

  /// - Parameter action: the code to run; returns nil if the content has errors.
  private static func withLoader(
    _ action: @escaping @Sendable (Invocation, inout SiteLoader) throws -> ExitCode?
  ) -> Usage.Action {
    { invocation in
      var loader = SiteLoader(invocation)
      if let code = try action(invocation, &loader) { return code }
      loader.report()
      return .contentWrong
    }
  }

  private static func freeze(
    _ week: Week, _ invocation: Invocation, _ loader: inout SiteLoader
  ) throws -> ExitCode? {
    guard let renderer = try loader.plan(frozen: week).flatMap({ try loader.renderer(of: $0) })
    else { return nil }
    let snapshot = try make(renderer, loader, invocation)
    guard loader.checkCost(of: renderer) else { return nil }
    let path = Snapshot.path(of: week)
    let file = invocation.source + "/" + path
    let difference = loader.frozen(week).map {
      SnapshotDifference(from: $0.snapshot, to: snapshot, explainedBy: $0.corrections)
    }
    if let difference, !difference.isEmpty {
      throw UsageError(
        "'\(file)' froze another state of the week; "
          + "'versus snapshot verify \(week.text)' names what differs, and only what an entry of "
          + "content/corrections.yaml explains can be frozen again")
    }
    // A week that holds is left as it is, so that corrections which are known keep their meaning.
    if difference == nil || difference?.correctedInputs.isEmpty == false {
      try replaceFile(Array(snapshot.text.utf8), at: path, inside: invocation.source)
    }
    if invocation.format == .json {
      Terminal.print(jsonText(SnapshotEntry(snapshot)) + "\n")
    } else if !invocation.isQuiet {
      Terminal.print(file + "\n")
    }
    return .done
  }

  private static func list(
    _ invocation: Invocation, _ loader: inout SiteLoader
  ) throws -> ExitCode? {
    guard let library = try loader.edition()?.library else { return nil }
    let entries = library.snapshots.map { SnapshotEntry($0.value) }
    if invocation.format == .json {
      Terminal.print(jsonText(["snapshots": entries]) + "\n")
    } else {
      for entry in entries {
        Terminal.print(
          "\(entry.week)  versus \(entry.version), \(entry.inputs) inputs, \(entry.pages) pages\n")
      }
    }
    return .done
  }

  private static func verify(
    _ week: Week, _ invocation: Invocation, _ loader: inout SiteLoader
  ) throws -> ExitCode? {
    guard let renderer = try loader.plan(frozen: week).flatMap({ try loader.renderer(of: $0) })
    else { return nil }
    guard let frozen = loader.frozen(week) else {
      throw UsageError(
        "\(week.text) is not frozen", near: week.text, among: loader.snapshots.map(\.week.text))
    }
    let now = try make(renderer, loader, invocation)
    guard loader.checkCost(of: renderer) else { return nil }
    let verification = Verification(
      week,
      SnapshotDifference(from: frozen.snapshot, to: now, explainedBy: frozen.corrections))
    if invocation.format == .json {
      Terminal.print(jsonText(verification) + "\n")
    } else if !verification.holds {
      Terminal.note(verification.text)
    } else if !invocation.isQuiet {
      Terminal.print(verification.text)
    }
    return verification.holds ? .done : .checkFailed
  }

  /// Makes the snapshot of a week as this program renders it.
  private static func make(
    _ renderer: SiteRenderer, _ loader: SiteLoader, _ invocation: Invocation
  ) throws -> Snapshot {
    let edition = renderer.plan.edition
    let week = edition.week.text
    let weeks = edition.library.vendors.flatMap(\.reports).map(\.week)
    if let newest = weeks.max(), edition.week > newest {
      throw UsageError("\(week) has no reports yet; the newest are of \(newest.text)")
    }
    if let first = weeks.min(), edition.week < first {
      throw UsageError("\(week) is before the first reports, which are of \(first.text)")
    }
    if renderer.plan.vendorCount == 0 {
      throw UsageError("all vendors have retired by \(week), so there is nothing to freeze")
    }
    return try Snapshot(
      of: renderer, folder: ContentFolder(invocation.source), version: Tool.version,
      corrections: loader.corrections, jobs: invocation.jobs)
  }
}
