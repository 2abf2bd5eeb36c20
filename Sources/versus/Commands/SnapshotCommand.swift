import Comparing
import Content
import Diagnosing
import Freezing
import Planning
import Reading
import Rendering
import System
import Templating
import Writing

/// `versus snapshot WEEK|list|verify WEEK`
enum SnapshotCommand {
  static func run(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    let result = try run(invocation, &loader)
    if result == nil { loader.report(hasColor: hasColor) }
    return result ?? .contentWrong
  }

  /// Nil when the content is wrong.
  private static func run(_ invocation: Invocation, _ loader: inout SiteLoader) throws -> ExitCode?
  {
    let operands = invocation.operands
    switch (operands[0], operands.count) {
    case ("list", 1): return try list(invocation, &loader)
    case ("verify", 2): return try verify(Week(operand: operands[1]), invocation, &loader)
    case ("list", _), ("verify", _), (_, 2):
      throw UsageError("usage: versus \(Command.snapshot.synopsis)")
    default: return try freeze(Week(operand: operands[0]), invocation, &loader)
    }
  }

  private static func freeze(
    _ week: Week, _ invocation: Invocation, _ loader: inout SiteLoader
  ) throws -> ExitCode? {
    guard let renderer = try loader.plan(frozen: week).flatMap({ try loader.renderer(of: $0) })
    else { return nil }
    let snapshot = try make(renderer, invocation)
    let path = Snapshot.path(of: week)
    let file = invocation.source + "/" + path
    let text = Array(snapshot.text.utf8)
    if fileStatus(file) != nil, try readFile(file) != text {
      throw UsageError(
        "'\(file)' froze another state of the week; see 'versus snapshot verify \(week.text)'")
    }
    try makeFolder(of: path, inside: invocation.source)
    try writeFile(text, to: file)
    if invocation.format == .json {
      Terminal.print(jsonText(Entry(snapshot)) + "\n")
    } else if !invocation.isQuiet {
      Terminal.print(file + "\n")
    }
    return .done
  }

  private static func list(
    _ invocation: Invocation, _ loader: inout SiteLoader
  ) throws -> ExitCode? {
    guard let library = try loader.edition()?.library else { return nil }
    let entries = library.snapshots.map { Entry($0.value) }
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

  /// The week as it is made now.
  private static func make(_ renderer: SiteRenderer, _ invocation: Invocation) throws -> Snapshot {
    let edition = renderer.plan.edition
    guard let newest = Edition.newestWeek(in: edition.library), edition.week <= newest,
      renderer.plan.vendorCount > 0
    else {
      throw UsageError("no report is in force in \(edition.week.text), or the week is to come")
    }
    return try Snapshot(
      of: renderer, folder: ContentFolder(invocation.source), version: Program.version,
      jobs: invocation.jobs)
  }

  /// A frozen week in numbers.
  struct Entry: Encodable {
    let week: String
    let version: String
    let inputs: Int
    let pages: Int

    init(_ snapshot: Snapshot) {
      week = snapshot.week.text
      version = snapshot.version
      inputs = snapshot.inputs.count
      pages = snapshot.pages.count
    }
  }
}
