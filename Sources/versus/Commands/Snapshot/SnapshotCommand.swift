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
        with the content
        """, run: withLoader { try freeze(Week(operand: $0.operands[0]), $0, &$1) }),
      Usage([.words("list")], "list the frozen weeks", run: withLoader(list)),
      Usage(
        [.words("verify"), Operand("WEEK")],
        "regenerate the week; name the inputs and pages that differ, and exit with code 4",
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
    let snapshot = try make(renderer, invocation)
    guard loader.checkCost(of: renderer) else { return nil }
    let path = Snapshot.path(of: week)
    let file = invocation.source + "/" + path
    let text = Array(snapshot.text.utf8)
    if fileStatus(file) != nil, try InputFile(file).bytes(atMost: text.count + 1) != text {
      throw UsageError(
        "'\(file)' froze another state of the week; see 'versus snapshot verify \(week.text)'")
    }
    try replaceFile(text, at: path, inside: invocation.source)
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
    let snapshots = loader.snapshots
    guard let frozen = snapshots.first(where: { $0.week == week }) else {
      throw UsageError(
        "\(week.text) is not frozen", near: week.text, among: snapshots.map(\.week.text))
    }
    let now = try make(renderer, invocation)
    guard loader.checkCost(of: renderer) else { return nil }
    let verification = Verification(week, SnapshotDifference(from: frozen, to: now))
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
  private static func make(_ renderer: SiteRenderer, _ invocation: Invocation) throws -> Snapshot {
    let edition = renderer.plan.edition
    guard let newest = Edition.newestWeek(in: edition.library), edition.week <= newest,
      renderer.plan.vendorCount > 0
    else {
      throw UsageError("no report is in force in \(edition.week.text), or the week is to come")
    }
    return try Snapshot(
      of: renderer, folder: ContentFolder(invocation.source), version: Tool.version,
      jobs: invocation.jobs)
  }
}
