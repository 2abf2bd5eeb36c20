import Comparing
package import Content
import Glibc
import Hashing
import Planning
package import Rendering
import System

/// Writes a site to its output folder.
///
/// Input: a renderer. Output: the files of the site, each written atomically; nothing else is
/// touched. A `BuildDecision` is made before the first write: only pages whose sources changed are
/// rendered, only bytes that differ are written, and only files that this tool wrote are removed or
/// replaced.
package struct SiteWriter: Sendable {
  package struct Options: Sendable {
    package var jobs = 1
    /// Whether to replace anything that blocks a path, and to render every page again.
    package var force = false
    package var shard: Shard?
    /// The files that stand in place of the ordinary comparison pages; nil to write the pages.
    package var pack: [SiteFile]?
    /// The name and version of the program; pages from another version are rendered again.
    package var tool = ""
    package var progress = BuildProgress()
    /// Polled between pages; returning true ends the build.
    package var isInterrupted: @Sendable () -> Bool = { false }
    /// Called once if another build is writing to the same folder.
    package var willWait: @Sendable () -> Void = {}

    package init() {}

    /// The fingerprint of everything that the output is made from.
    func inputs(of renderer: SiteRenderer) -> Fingerprint {
      guard pack != nil else { return renderer.inputs }
      return Fingerprint { input in
        input.add(renderer.inputs)
        input.add("packed")
      }
    }
  }

  package struct Interrupted: Error {}

  let renderer: SiteRenderer
  let output: OutputFolder
  let state: StateFolder
  let options: Options

  /// - Parameter source: the folder that holds the content and `.versus/`.
  package init(
    renderer: SiteRenderer, output: OutputFolder, source: String, options: Options
  ) {
    self.renderer = renderer
    self.output = output
    state = StateFolder(ofSource: source)
    self.options = options
  }

  var plan: SitePlan { renderer.plan }
  /// The address that the site is published at.
  package var base: BaseAddress { plan.base }

  /// Builds the site.
  ///
  /// - Throws: `FileFailure`; `OutputFolder.Refusal` for a foreign file in the way; `Interrupted`.
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
      options.inputs(of: renderer), shard: options.shard, standing)
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

  /// Waits until no other build is writing to the folder. Shards of one build write concurrently.
  ///
  /// The lock is released when this process ends, even if it is killed. On a file system without
  /// locks, builds are not kept apart.
  func wait(for folder: Int32) {
    let kind = options.shard == nil ? LOCK_EX : LOCK_SH
    var isFirst = true
    while flock(folder, kind | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      if options.isInterrupted() { return }
      if isFirst { options.willWait() }
      isFirst = false
      usleep(20_000)
    }
  }

  /// Refuses to overwrite files that this tool did not write. Without a manifest, only the file
  /// itself can show where it came from.
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
  /// Returns the state of the files and folders that a manifest names.
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

/// Returns the peak resident size of this process, in bytes.
func largestResidentBytes() -> Int {
  var usage = rusage()
  // 0 is RUSAGE_SELF, which is imported with a different type.
  _ = unsafe getrusage(0, &usage)
  return usage.ru_maxrss * 1024
}
