import Content
import Diagnosing
import Publishing
import Rendering
import System
import Writing

/// The command `versus publish TARGET`.
enum PublishCommand {
  static let command = Command(
    "publish",
    summary: "build the site, and send what changed to a host",
    description: """
      Nothing is sent if the content, the templates or a link is wrong. `TARGET` is one of these:

      A folder, such as `/srv/site`, gets `releases/` and the link `current`, which moves to a new \
      release in one step once it is complete; files that did not change are hard links. \
      `versus rollback` goes back.

      `USER@HOST:PATH` is a folder that rsync reaches over ssh, `NAME:PATH` a remote of the \
      program rclone. Assets are sent first, then pages, then feeds and sitemaps; deleting comes \
      last. A run that was ended is completed by the next one.

      `--notify` tells search engines by IndexNow which pages changed. It needs a key: a file \
      `KEY.txt` of `content/static/` that holds `KEY`.
      """,
    usages: [Usage([Operand("TARGET", .folders)], run: run)],
    options: [
      .dryRun, .maxDeletes, .keep, .notify, .notifyURL, .packed, .precompress, .source, .output,
      .week, .baseURL, .siteHost, .jobs, .format, .quiet, .verbose,
    ],
    examples: [
      Command.Example("versus publish /srv/site", "let a server on this machine show the site"),
      Command.Example("versus publish --dry-run store:bucket", "say what would be sent"),
      Command.Example("versus publish --notify me@example.org:/srv/site", "send it over ssh"),
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let start = ContinuousClock.now
    let target = invocation.operands[0]
    let remote = RemoteTarget(target)
    if remote == nil,
      let reason = OutputFolder.overlap(of: target, withSource: invocation.source)
    {
      throw UsageError("the target '\(target)' \(reason); choose another folder")
    }
    guard let site = try BuildCommand.build(invocation) else { return .contentWrong }
    var options = PublishOptions()
    options.isDryRun = invocation.has(.dryRun)
    options.maxDeletes = invocation[.maxDeletes].flatMap { Int($0) } ?? options.maxDeletes
    options.keep = invocation[.keep].flatMap { Int($0) } ?? options.keep
    options.jobs = invocation.jobs
    let output = try Folder(invocation.output)
    let indexNow =
      invocation.has(.notify) ? try IndexNow(output, base: site.base) : nil
    var result =
      if let remote {
        try remote.publish(output, week: site.week, keptIn: invocation.source, options)
      } else {
        try FolderTarget.publish(output, to: target, week: site.week, options)
      }
    if let indexNow, !options.isDryRun {
      let endpoint = invocation[.notifyURL] ?? Option.indexNowURL
      result.notified = try indexNow.tell(endpoint, changed: result.changed)
    }
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    result.print(for: invocation, options.isDryRun ? .rehearsal : .publishing)
    return .done
  }
}

/// The command `versus rollback TARGET [RELEASE|WEEK]`.
enum RollbackCommand {
  static let command = Command(
    "rollback",
    summary: "show readers an earlier release again",
    description: """
      Without a release or a week, goes back to the release before the current one. The releases \
      of a folder are in `TARGET/releases`, those of a remote in `.versus/published` of the \
      machine that published them; `versus publish --keep` says how many stay.
      """,
    usages: [
      Usage(
        [
          Operand("TARGET", .folders), Operand("RELEASE|WEEK", isOptional: true),
        ], run: run)
    ],
    options: [.source, .format, .quiet],
    examples: [
      Command.Example("versus rollback /srv/site", "take the last release back"),
      Command.Example("versus rollback /srv/site 2026-W14", "show the newest release of that week"),
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let start = ContinuousClock.now
    let (target, wanted) = (invocation.operands[0], invocation.operands.dropFirst().first)
    var result =
      if let remote = RemoteTarget(target) {
        try remote.rollback(to: wanted, keptIn: invocation.source)
      } else {
        try FolderTarget(target).rollback(to: wanted)
      }
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    result.print(for: invocation, .rollback)
    return .done
  }
}

extension PublishResult {
  fileprivate enum Act { case publishing, rehearsal, rollback }

  fileprivate func print(for invocation: Invocation, _ act: Act) {
    switch invocation.format {
    case .json: Terminal.print(jsonText(self) + "\n")
    case .text where !invocation.isQuiet:
      Terminal.print(
        """
        \(target): \(said(act))
        \(notified.map { "search engines were told of \(counted($0, "page"))\n" } ?? "")
        """)
    default: break
    }
  }
}

extension PublishResult {
  /// What readers see, and how many files differ from what they saw.
  private func said(_ act: Act) -> String {
    let files = "\(counted(sent, "file")) (\(counted(bytes, "byte")))"
    return switch act {
    case .publishing:
      "shows \(release)\n\(counted(sent, "file")) sent (\(counted(bytes, "byte"))), "
        + "\(deleted) deleted, \(unchanged) unchanged"
    case .rehearsal:
      "would show \(release); this is a dry run, and nothing was sent\n\(files) would be sent, "
        + "\(deleted) would be deleted, \(unchanged) would stay unchanged"
    case .rollback:
      "shows \(release) again\n\(files) put back, \(deleted) removed, \(unchanged) unchanged"
    }
  }
}

extension Option {
  fileprivate static let dryRun = Option(
    "dry-run", help: "build, and say what would be sent; send and delete nothing")
  fileprivate static let maxDeletes = Option(
    "max-deletes", takes: .number("N", 0...10_000_000).standard("1000"),
    help: "send nothing if more files than this would be deleted")
  fileprivate static let keep = Option(
    "keep", takes: .number("K", 1...1000).standard("5"), help: "how many releases stay")
  fileprivate static let notify = Option(
    "notify", help: "tell search engines which pages changed, by IndexNow")
  fileprivate static let indexNowURL = "https://api.indexnow.org/indexnow"
  fileprivate static let notifyURL = Option(
    "notify-url",
    takes: OptionValue("URL", requirement: "must be an http or https address") {
      $0.hasPrefix("https://") || $0.hasPrefix("http://")
    }
    .standard(indexNowURL),
    help: "where `--notify` sends the addresses")
}
