import Pairing
import Rendering
import Synchronization
import System

/// Carries out a build decision.
extension SiteWriter {
  func apply(
    _ decision: BuildDecision, to site: PreparedSite, _ history: BuildHistory,
    _ folder: OpenFolder, _ result: inout BuildResult
  ) throws {
    let previous =
      history.own?.build == site.goal.build ? history.own?.previous : history.own?.build
    var manifest = Manifest(
      tool: options.tool, output: output.path, goal: site.goal, previous: previous,
      layouts: decision.outdated + [site.goal.layout])
    var sources = SiteSources(files: decision.kept)
    if decision.isNothing {
      sources.categories = history.own?.sources?.categories ?? [:]
    } else {
      try history.begin(manifest, in: state)
      try folder.say(site.goal.build)
      result.written = try writeNewSite(folder) { try write(site, decision, folder, &sources) }
      result.removed = try removeOldFiles(decision, site.goal.layout, folder, &sources)
    }
    manifest.isComplete = true
    manifest.layouts = [site.goal.layout]
    manifest.sources = sources
    for pairs in site.goal.layout.pairs {
      manifest.stamps[pairs.folder] = folder.stamp(of: pairs.folder)
    }
    try end(manifest, history, folder, isNothing: decision.isNothing)
    result.unchanged =
      site.files.count + site.pairs.reduce(0) { $0 + $1.pairCount } - result.written
    result.bytes = sources.bytes
  }

  /// Writes the files. If the output folder was empty, stages the whole site first and publishes it
  /// at the end.
  private func writeNewSite(_ folder: OpenFolder, write: () throws -> Int) throws -> Int {
    guard let site = folder.site else { return try write() }
    do {
      let written = try write()
      try folder.staging.publish(site)
      return written
    } catch {
      folder.staging.clear()
      throw error
    }
  }

  /// Completes the manifest, unless the files were removed during the build.
  private func end(
    _ manifest: Manifest, _ history: BuildHistory, _ folder: OpenFolder, isNothing: Bool
  ) throws(FileFailure) {
    folder.staging.end()
    if isNothing {
      try folder.say(manifest.build)
    } else if options.shard == nil, folder.build != manifest.build {
      throw FileFailure(
        "cannot keep", output.path, because: "its files were removed during the build; build again")
    }
    try history.end(manifest, in: state)
  }

  /// Removes the files that only earlier layouts have; returns their number.
  private func removeOldFiles(
    _ decision: BuildDecision, _ layout: SiteLayout, _ folder: OpenFolder,
    _ sources: inout SiteSources
  ) throws(FileFailure) -> Int {
    let removed = try OldFiles(decision.outdated, except: layout).remove(from: folder)
    for (pairs, staleness) in zip(layout.pairs, decision.pairs) where !staleness.visitsEveryPair {
      sources.categories[pairs.category]?.bytes -= removed.pairBytes[pairs.category] ?? 0
    }
    return removed.count
  }

  /// Writes everything that is stale; returns the number of files that changed.
  private func write(
    _ site: PreparedSite, _ decision: BuildDecision, _ folder: OpenFolder,
    _ sources: inout SiteSources
  ) throws -> Int {
    let files = site.files.filter { decision.files[$0.path] != nil }
    options.progress.expect(
      files.count
        + zip(site.pairs, decision.pairs).reduce(0) { $0 + $1.0.staleCount($1.1) })
    // Pictures take long and come last, so that no page waits for one.
    let pictures = files.filter(\.isPicture)
    var written = try write(files.filter { !$0.isPicture }, site.goal, folder, &sources)
    for (position, job) in site.pairs.enumerated() {
      let staleness = decision.pairs[position]
      let counts =
        staleness.isNothing ? FileCounts() : try write(job, staleness, folder)
      written += counts.written
      var pairs = site.goal.categories[position]
      pairs.bytes = staleness.knownBytes + counts.growth
      sources.categories[job.layout.category] = pairs
    }
    written += try write(pictures, site.goal, folder, &sources)
    return written
  }

  /// Writes standalone files; returns the number that changed.
  private func write(
    _ files: [SingleFile], _ goal: BuildGoal, _ folder: OpenFolder, _ sources: inout SiteSources
  ) throws -> Int {
    let states = Mutex<[String: SiteSources.FileState]>([:])
    let groups = FileGroup.groups(of: files)
    let counts = try perform(groups.count, with: { worker(folder) }) {
      worker, index throws(FileFailure) in
      var counts = FileCounts()
      for file in groups[index].files {
        var state = worker.render(file, renderer, goal.files[file.path])
        // A page that exceeded its budget is incomplete, so it must not be written.
        if options.isInterrupted() { return counts }
        let change = try worker.put(file, &state)
        let known = state
        states.withLock { $0[file.path] = known }
        options.progress.add(1)
        counts.written += change.isWritten ? 1 : 0
      }
      return counts
    }
    sources.files.merge(states.withLock { $0 }) { $1 }
    return counts.written
  }

  /// Writes the stale comparisons of one category.
  private func write(
    _ job: PairJob, _ staleness: PairStaleness, _ folder: OpenFolder
  ) throws -> FileCounts {
    let lefts = job.lefts
    let fragments = job.fragments(staleness, jobs: options.jobs)
    // If one vendor changed, most stale pages are in that vendor's row, so rows are divided as
    // well.
    let slices = staleness.visitsEveryPair ? 1 : 4 * options.jobs
    return try perform(lefts.count * slices, with: { worker(folder, job.renderer) }) {
      worker, index throws(FileFailure) in
      let left = lefts[index / slices]
      let rights = staleness.rights(of: left, in: job.layout)
      let slice = index % slices
      let range = rights.count * slice / slices..<rights.count * (slice + 1) / slices
      return try write(job, fragments, staleness, left, rights[range], &worker)
    }
  }

  /// Writes the stale comparisons of one left-hand vendor.
  private func write(
    _ job: PairJob, _ fragments: [PairRenderer.VendorFragments], _ staleness: PairStaleness,
    _ left: Int, _ rights: ArraySlice<Int>, _ worker: inout PageWorker
  ) throws(FileFailure) -> FileCounts {
    var counts = FileCounts()
    for right in rights {
      if options.isInterrupted() { return counts }
      if !staleness.isStale(left, right) {
        job.paths.set(&worker.path, left, right)
        if let size = worker.writer.size(at: worker.path) {
          counts.growth += size
          continue
        }
      }
      worker.render(job, fragments, left, right)
      if options.isInterrupted() { return counts }
      let change = try worker.put()
      counts.written += change.written
      // When every page is visited, the total starts at zero and needs whole sizes, not
      // differences.
      counts.growth += staleness.visitsEveryPair ? worker.buffer.count : change.growth
      options.progress.add(1)
    }
    return counts
  }

  func worker(_ folder: OpenFolder, _ pairs: PairRenderer? = nil) -> PageWorker {
    PageWorker(FileWriter(folder, isForced: options.force), pairs)
  }

  /// Runs the body for each index in parallel; the first failure or an interrupt stops all threads.
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
