import Comparing
import Content
import Glibc
import Planning
package import Rendering
import Synchronization
import System

/// Writes a site to its output folder.
///
/// Goes in: a renderer. Comes out: the files of the site, each one whole, and nothing else touched.
/// Only pages whose sources changed are made, only bytes that differ are written, and only files
/// that this tool wrote are removed or replaced.
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
  /// The folder of the manifests.
  let state: String
  let options: Options

  /// - Parameter source: the folder that holds the content, in which `.versus/` is kept.
  package init(
    renderer: SiteRenderer, output: OutputFolder, source: String, options: Options
  ) {
    self.renderer = renderer
    self.output = output
    state = source + "/.versus"
    self.options = options
  }

  var plan: SitePlan { renderer.plan }

  /// The files that exist once, if they are part of this build.
  var singleFiles: [SingleFile] {
    options.shard?.holdsSinglePages ?? true ? renderer.singleFiles : []
  }

  /// - Throws: `FileFailure`, `OutputFolder.Refusal` for a file in the way, `Interrupted`.
  package func write() throws -> BuildResult {
    let start = ContinuousClock.now
    try refuseLinkedState()
    let folder = try OpenFolder(output.path) { wait(for: $0) }
    if options.isInterrupted() { throw Interrupted() }
    let history = BuildHistory(state, output: output.path, shard: options.shard)
    var result = BuildResult(
      week: plan.edition.week.text, vendors: plan.vendorCount, pages: plan.pageCount,
      comparisons: plan.comparisonCount)
    if let counts = countsOfUnchanged(history, folder) {
      result.unchanged = counts.files
      result.bytes = counts.bytes
      return result.ended(since: start)
    }
    let singles = singleFiles
    let extra = singles.compactMap { file -> String? in
      if case .file = file.content { file.path } else { nil }
    }
    let layout = plan.layout(extra: extra, shard: options.shard)
    if history.isEmpty, !options.force, !folder.isFresh { try refuseForeignFiles(layout) }
    // Of what the manifest tells nothing is left in a folder that is empty now.
    let isForgotten = options.force || folder.isFresh || history.own?.tool != options.tool
    let old = isForgotten ? nil : history.own
    var jobs = pairJobs(layout)
    if let old, old.isComplete, let sources = old.sources {
      for index in jobs.indices {
        compare(&jobs[index], with: sources, old, layout, folder)
      }
    }
    var sources = SiteSources()
    let known = old?.isComplete == true ? old?.sources : nil
    let stale = staleFiles(singles, known, folder)
    sources.files = known?.files.filter { stale.current.contains($0.key) } ?? [:]
    let total = singles.count + jobs.reduce(0) { $0 + $1.pairCount }
    let isCurrent =
      stale.files.isEmpty && jobs.allSatisfy(\.staleness.isNothing) && old?.layouts == [layout]
    if isCurrent, var manifest = old {
      // The next build need not look so closely.
      manifest.inputs = renderer.inputs
      try history.end(manifest)
    } else {
      try makeFolders(state)
      var manifest = Manifest(
        tool: options.tool, output: output.path, inputs: renderer.inputs, isComplete: false,
        layouts: history.layouts.filter { $0 != layout } + [layout], sources: nil, stamps: [:])
      try history.begin(manifest)
      options.progress.expect(stale.files.count + jobs.reduce(0) { $0 + $1.staleCount })
      let (singleCounts, states) = try write(stale.files, folder)
      for (path, state) in states { sources.files[path] = state }
      result.written = singleCounts.written + (try write(&jobs, folder))
      let removed = OldFiles(history.layouts, except: layout).remove(from: folder)
      result.removed = removed.count
      for index in jobs.indices where !jobs[index].staleness.looksAtAll {
        jobs[index].sources.bytes -= removed.pairBytes[jobs[index].layout.category] ?? 0
      }
      for job in jobs { sources.categories[job.layout.category] = job.sources }
      manifest.isComplete = true
      manifest.layouts = [layout]
      manifest.sources = sources
      for pairs in layout.pairs { manifest.stamps[pairs.folder] = folder.stamp(of: pairs.folder) }
      try history.end(manifest)
    }
    result.unchanged = total - result.written
    result.bytes =
      jobs.reduce(0) { $0 + $1.sources.bytes } + sources.files.values.reduce(0) { $0 + $1.size }
    return result.ended(since: start)
  }

  /// What the content folder brings must not decide where files are written (Y-02).
  private func refuseLinkedState() throws(OutputFolder.Refusal) {
    var status = stat()
    if unsafe lstat(state, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw OutputFolder.Refusal(
        description: "will not write through the symbolic link '\(state)'; remove it")
    }
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

  // MARK: Before the first write

  func pairJobs(_ layout: SiteLayout) -> [PairJob] {
    renderer.prepare(jobs: options.jobs)
    return plan.edition.categories.indices.map {
      PairJob(renderer, category: $0, layout: layout, jobs: options.jobs)
    }
  }

  /// Without a manifest nothing says that a file is ours, so one that does not say so stays.
  private func refuseForeignFiles(_ layout: SiteLayout) throws(OutputFolder.Refusal) {
    for file in ["index.html", "404.html"] where layout.files.contains(file) {
      if let bytes = output.bytes(of: file), !bytes.contains(part: "content=\"versus\"") {
        throw OutputFolder.Refusal(
          description: "'\(output.path)/\(file)' was not written by versus; move it away, choose "
            + "another folder with --output, or replace it with --force")
      }
    }
  }

  // MARK: Writing

  private func write(
    _ files: [StaleFile], _ folder: OpenFolder
  ) throws -> (FileCounts, states: [(String, SiteSources.FileState)]) {
    let states = Mutex<[(String, SiteSources.FileState)]>([])
    let counts = try perform(files.count, with: { PageWorker(folder) }) {
      worker, index throws(FileFailure) in
      let (file, known) = files[index]
      worker.path.set(file.path)
      worker.buffer.removeAll(keepingCapacity: true)
      let fingerprint = file.render(renderer, known, into: &worker.buffer)
      // A page that became too dear is not whole.
      if options.isInterrupted() { return FileCounts() }
      let state = SiteSources.FileState(fingerprint: fingerprint, size: worker.buffer.count)
      states.withLock { $0.append((file.path, state)) }
      options.progress.add(1)
      return try worker.put()
    }
    return (counts, states.withLock { $0 })
  }

  /// Writes the stale comparisons; returns how many files changed.
  private func write(_ jobs: inout [PairJob], _ folder: OpenFolder) throws -> Int {
    var written = 0
    for index in jobs.indices where !jobs[index].staleness.isNothing {
      let job = jobs[index]
      let lefts = job.lefts
      // Where one vendor changed, most of the stale pages are in its row: that is shared out too.
      let slices = job.staleness.looksAtAll ? 1 : 4 * options.jobs
      let counts = try perform(
        lefts.count * slices, with: { PageWorker(folder, job.renderer) }
      ) { worker, index throws(FileFailure) in
        let left = lefts[index / slices]
        let rights = job.staleRights(of: left)
        let slice = index % slices
        let range = rights.count * slice / slices..<rights.count * (slice + 1) / slices
        return try write(job, left, rights[range], &worker)
      }
      written += counts.written
      jobs[index].sources.bytes += counts.growth
    }
    return written
  }

  /// Comparisons of one left-hand vendor.
  private func write(
    _ job: PairJob, _ left: Int, _ rights: ArraySlice<Int>, _ worker: inout PageWorker
  ) throws(FileFailure) -> FileCounts {
    var counts = FileCounts()
    for right in rights {
      if options.isInterrupted() { return counts }
      if !job.isStale(left, right) {
        guard job.staleness.isDoubtful else { continue }
        job.paths.set(&worker.path, left, right)
        if let size = worker.writer.size(at: worker.path) {
          counts.growth += size
          continue
        }
      }
      worker.render(job, left, right)
      if options.isInterrupted() { return counts }
      let change = try worker.put()
      counts.written += change.written
      // Where all pages are looked at, they are counted whole.
      counts.growth += job.staleness.looksAtAll ? worker.buffer.count : change.growth
      options.progress.add(1)
    }
    return counts
  }

  /// Runs the body for each index; the first failure, or an interrupt, ends all threads.
  private func perform(
    _ count: Int, with makeWorker: @Sendable () -> PageWorker,
    _ body: @Sendable (inout PageWorker, Int) throws(FileFailure) -> FileCounts
  ) throws -> FileCounts {
    let total = Mutex(FileCounts())
    let failure = Mutex<FileFailure?>(nil)
    let hasStopped = Atomic(false)
    concurrentPerform(count, jobs: options.jobs, with: makeWorker) { worker, index in
      if hasStopped.load(ordering: .relaxed) || options.isInterrupted() { return }
      do throws(FileFailure) {
        let counts = try body(&worker, index)
        total.withLock {
          $0.written += counts.written
          $0.growth += counts.growth
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
        hasStopped.store(true, ordering: .relaxed)
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    if options.isInterrupted() { throw Interrupted() }
    return total.withLock { $0 }
  }
}

extension BuildResult {
  fileprivate func ended(since start: ContinuousClock.Instant) -> BuildResult {
    var result = self
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    result.peakMemoryBytes = largestResidentBytes()
    return result
  }
}

/// The largest resident size of this process so far.
private func largestResidentBytes() -> Int {
  var usage = rusage()
  // 0 is RUSAGE_SELF, which the importer gives another type.
  _ = unsafe getrusage(0, &usage)
  return usage.ru_maxrss * 1024
}

extension [UInt8] {
  fileprivate func contains(part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { self[$0...].starts(with: wanted) }
  }
}
