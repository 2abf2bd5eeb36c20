import Comparing
import Content
import Glibc
import Planning
package import Rendering
import System

/// Writes a site to its output folder.
///
/// Goes in: a renderer. Comes out: the files of the site, each one whole, and nothing else touched.
/// What is written is decided before the first write (`BuildDecision`): only pages whose sources
/// changed are made, only bytes that differ are written, and only files that this tool wrote are
/// removed or replaced.
package struct SiteWriter: Sendable {
  package struct Options: Sendable {
    package var jobs = 1
    /// Replace what stands in the way, and make every page anew.
    package var force = false
    package var shard: Shard?
    /// Which program writes; pages that another one made are made anew.
    package var tool = ""
    package var progress = BuildProgress()
    /// Asked between pages; true ends the build.
    package var isInterrupted: @Sendable () -> Bool = { false }
    /// Run once when another build is writing to the same folder.
    package var willWait: @Sendable () -> Void = {}

    package init() {}
  }

  package struct Interrupted: Error {}

  let renderer: SiteRenderer
  let output: OutputFolder
  let state: StateFolder
  let options: Options

  /// - Parameter source: the folder that holds the content, in which `.versus/` is kept.
  package init(
    renderer: SiteRenderer, output: OutputFolder, source: String, options: Options
  ) {
    self.renderer = renderer
    self.output = output
    state = StateFolder(ofSource: source)
    self.options = options
  }

  var plan: SitePlan { renderer.plan }

  /// - Throws: `FileFailure`, `OutputFolder.Refusal` for a file in the way, `Interrupted`.
  package func write() throws -> BuildResult {
    let start = ContinuousClock.now
    try state.refuseLink()
    let folder = try OpenFolder(output.path, shard: options.shard) { wait(for: $0) }
    if options.isInterrupted() { throw Interrupted() }
    let history = try BuildHistory(state, output: output.path, shard: options.shard)
    let standing = folder.state(history.own)
    let basis = BuildBasis(
      history, tool: options.tool, isForced: options.force, output: standing)
    var result = BuildResult(
      week: plan.edition.week.text, vendors: plan.vendorCount, pages: plan.pageCount,
      comparisons: plan.comparisonCount)
    if let counts = basis.unchanged(
      renderer.inputs, shard: options.shard, standing)
    {
      result.unchanged = counts.files
      result.bytes = counts.bytes
    } else {
      let site = PreparedSite(renderer, options, comparing: basis.manifest != nil)
      if history.isEmpty, !options.force, !folder.isEmpty { try refuseForeignFiles(site) }
      let decision = BuildDecision(
        basis, site.goal, files: site.files.map(\.path), layouts: history.layouts, output: standing)
      try apply(decision, to: site, history, folder, &result)
    }
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    result.peakMemoryBytes = largestResidentBytes()
    return result
  }

  /// Waits until no other build writes to the folder; shards of one build write to it together.
  ///
  /// The lock ends with this process, however that ends. Where the file system has none, builds are
  /// not kept apart.
  private func wait(for folder: Int32) {
    let kind = options.shard == nil ? LOCK_EX : LOCK_SH
    var isFirst = true
    while flock(folder, kind | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      if options.isInterrupted() { return }
      if isFirst { options.willWait() }
      isFirst = false
      usleep(20_000)
    }
  }

  /// Without a manifest nothing says that a file is ours, so one that does not say so stays.
  private func refuseForeignFiles(_ site: PreparedSite) throws(OutputFolder.Refusal) {
    for file in ["index.html", "404.html"] where site.goal.layout.files.contains(file) {
      if output.isForeign(file) {
        throw OutputFolder.Refusal(
          description: "'\(output.path)/\(file)' was not written by versus; move it away, choose "
            + "another folder with --output, or replace it with --force")
      }
    }
  }
}

extension OpenFolder {
  /// What stands in the folder of what a manifest tells of.
  fileprivate func state(_ manifest: Manifest?) -> OutputState {
    var state = OutputState(isEmpty: isEmpty, build: build)
    guard let manifest, !isEmpty else { return state }
    for pairs in manifest.layouts.flatMap(\.pairs) {
      state.stamps[pairs.folder] = stamp(of: pairs.folder)
    }
    let writer = FileWriter(self)
    for path in manifest.sources?.files.keys ?? [:].keys {
      state.sizes[path] = writer.size(at: RelativePath(path))
    }
    return state
  }
}

/// The largest resident size of this process so far.
private func largestResidentBytes() -> Int {
  var usage = rusage()
  // 0 is RUSAGE_SELF, which the importer gives another type.
  _ = unsafe getrusage(0, &usage)
  return usage.ru_maxrss * 1024
}
