import Content
import Diagnosing
import Packing
import Rendering
import Templating
import Writing

/// The command `versus build`.
enum BuildCommand {
  static let command = Command(
    "build",
    summary: "write the site; after the first time, only what changed",
    description: """
      Renders a page again only if something it is made from changed, and removes only files that
      versus wrote. If the content or the templates are wrong, nothing is written.

      A page edited or deleted by hand goes unnoticed; `--verify` reports it, `--force` restores it.

      `--precompress` puts a copy of each text beside it as `.br`, `.zst` and `.gz`, which servers
      send as it is. A build without it removes the copies, so that none is outdated.

      If `site.yaml` says `search: true`, Pagefind makes the index of the search page at the end.
      Where it is not installed, a warning says so, and the build is done without an index.

      `--packed` writes, instead of the ordinary comparison pages, the parts that a host puts them
      together from when they are asked for: one file for each vendor. `docs/packed.md` tells how.

      `--shard 3/8` writes one of eight parts of the site. Several machines can build the parts at
      the same time.

      `--output site.tar` writes one archive instead of a folder, and `--output -` writes it to the
      standard output. Equal sites give equal archives.
      """,
    usages: [Usage(run: run)],
    options: [
      .output, .force, .verify, .packed, .shard, .precompress, .source, .week, .baseURL,
      .siteHost, .drafts,
      .jobs,
      .format, .quiet, .verbose,
    ],
    examples: [
      Command.Example("versus build -s my-site -o /srv/www", "write the site to `/srv/www`"),
      Command.Example("versus build --verify", "compare the output with what a build would write"),
      Command.Example(
        "versus build -o - | ssh host tar -x -C /srv/www", "unpack the site on another machine"),
    ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    if let archive = try ArchiveOutput(invocation) {
      return try prepare(invocation) { renderer, options in
        let archiver = SiteArchiver(renderer: renderer, options: options)
        let bar = ProgressBar(options.progress, invocation)
        let result = try archive.write(archiver)
        bar?.end()
        archive.tell(result)
        return .done
      } ?? .contentWrong
    }
    return try build(invocation) { writer, options in
      if invocation.has(.verify) {
        let differences = OutputDifferences(files: try writer.verify(), output: invocation.output)
        differences.print(for: invocation)
        return differences.files.isEmpty ? .done : .checkFailed
      }
      let result = try write(writer, options, invocation)
      switch invocation.format {
      case .json: Terminal.print(jsonText(result) + "\n")
      case .text where !invocation.isQuiet:
        Terminal.print(result.summary(in: invocation.output))
      default: break
      }
      return .done
    } ?? .contentWrong
  }

  /// Builds the site for another command, without a word about the result.
  ///
  /// - Returns: the week of the site and its address; nil if something is wrong, which was
  ///   reported.
  static func build(_ invocation: Invocation) throws -> (week: Week, base: BaseAddress)? {
    try build(invocation) { writer, options in
      Week(try write(writer, options, invocation).week).map { ($0, writer.base) }
    } ?? nil
  }

  /// Checks the whole site, and prepares to write it.
  ///
  /// - Returns: nil if something is wrong, which was reported.
  private static func build<Result>(
    _ invocation: Invocation, _ body: (SiteWriter, SiteWriter.Options) throws -> Result
  ) throws -> Result? {
    try prepare(invocation) { renderer, options in
      let output = try OutputFolder(invocation.output, source: invocation.source)
      Interruption.allowOrderlyEnd()
      let writer = SiteWriter(
        renderer: renderer, output: output, source: invocation.source, options: options)
      return try body(writer, options)
    }
  }

  /// Checks the whole site.
  ///
  /// - Returns: nil if something is wrong, which was reported.
  private static func prepare<Result>(
    _ invocation: Invocation, _ body: (SiteRenderer, SiteWriter.Options) throws -> Result
  ) throws -> Result? {
    var loader = SiteLoader(invocation)
    guard let renderer = try loader.renderer(), loader.checkWhole(renderer) else {
      loader.report()
      return nil
    }
    UntilExit.keep(renderer)
    try DrawingRequirement.check(renderer.plan)
    let pack = invocation.has(.packed) ? try loader.pack(renderer) : nil
    if invocation.has(.packed), pack == nil {
      loader.report()
      return nil
    }
    loader.reportWarnings()
    let overruns = renderer.overruns
    var options = options(invocation, overruns)
    options.pack = pack?.files
    do {
      return try body(renderer, options)
    } catch is SiteWriter.Interrupted where !overruns.isEmpty {
      invocation.report(overruns.diagnostics)
      return nil
    }
  }

  private static func write(
    _ writer: SiteWriter, _ options: SiteWriter.Options, _ invocation: Invocation
  ) throws -> BuildResult {
    if invocation.has(.precompress) { try Precompression.check() }
    let result = try show(writer, options, invocation)
    describe(try writer.updateSearchIndex(), invocation)
    let copies = try Precompression(
      invocation.output, jobs: invocation.jobs, isInterrupted: { Interruption.isAsked })
    if invocation.has(.precompress) {
      let made = try copies.update()
      if invocation.has(.verbose) {
        Terminal.note("\(made.made) compressed copies made, \(made.kept) kept\n")
      }
    } else if copies.isMarked {
      _ = try copies.clear()
    }
    return result
  }

  private static func describe(_ index: SiteWriter.SearchIndex, _ invocation: Invocation) {
    switch index {
    case .made(let pages) where invocation.has(.verbose):
      Terminal.note("search: index of \(counted(pages, "page")) made\n")
    case .impossible where !invocation.isQuiet:
      Terminal.note(
        "versus: warning: the search has no index of this build, because Pagefind is not "
          + "installed; install it (PyPI: 'pagefind[bin]'), and build again\n")
    default: break
    }
  }

  private static func show(
    _ writer: SiteWriter, _ options: SiteWriter.Options, _ invocation: Invocation
  ) throws -> BuildResult {
    let bar = ProgressBar(options.progress, invocation)
    defer { bar?.end() }
    return try writer.write()
  }

  private static func options(
    _ invocation: Invocation, _ overruns: TemplateOverruns
  ) -> SiteWriter.Options {
    var options = SiteWriter.Options()
    options.jobs = invocation.jobs
    options.force = invocation.has(.force)
    options.shard = invocation[.shard].flatMap { Shard($0) }
    options.tool = Tool.identity
    if !invocation.isQuiet {
      options.willWait = { [output = invocation.output] in
        Terminal.note("waiting for another build of '\(output)' to end\n")
      }
    }
    // A page that exceeded a cost limit is not written, nor is any page after it.
    options.isInterrupted = { Interruption.isAsked || !overruns.isEmpty }
    return options
  }
}

extension Option {
  fileprivate static let force = Option(
    "force", help: "ignore the manifest, and replace files that versus did not write")
  fileprivate static let shard = Option(
    "shard",
    takes: OptionValue("I/N", requirement: "must be a part of a whole, such as 3/8") {
      Shard($0) != nil
    },
    help: "write part I of N; together the parts are the whole site")
  static let verify = Option(
    "verify", help: "render everything and compare it with the output; write nothing")
}
