import Comparing
import Diagnosing
import Glibc
import Planning
import Reading
package import Rendering
import Synchronization

/// Writes a site to its output folder.
///
/// Goes in: a renderer. Comes out: the files of the site, each one whole, and nothing else touched:
/// equal bytes are not rewritten, and only files that this tool wrote are removed or replaced.
package struct SiteWriter: Sendable {
  let renderer: SiteRenderer
  let output: OutputFolder
  /// The folder of the manifest.
  let state: String
  let jobs: Int
  /// Ignore the manifest: replace what stands in the way.
  let force: Bool
  /// Asked between pages; true ends the build.
  let isInterrupted: @Sendable () -> Bool

  package struct Interrupted: Error {}

  package init(
    renderer: SiteRenderer, output: OutputFolder, source: String, jobs: Int, force: Bool,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.renderer = renderer
    self.output = output
    state = source + "/.versus"
    self.jobs = jobs
    self.force = force
    self.isInterrupted = isInterrupted
  }

  /// - Throws: `FileFailure`, `OutputFolder.Refusal` for a file in the way, `Interrupted`.
  package func write() throws -> BuildResult {
    let start = ContinuousClock.now
    let plan = renderer.plan
    var result = BuildResult(
      week: plan.edition.week.text, vendors: plan.vendorCount, pages: plan.pageCount,
      comparisons: plan.comparisonCount)
    let layout = plan.layout(extra: renderer.files.map(\.path))
    let path = state + "/manifest.json"
    let old = Manifest.read(path, output: output.path)
    if old == nil, !force { try refuseForeignFiles(layout) }
    try makeFolders(state)
    let layouts = (old?.layouts ?? []).filter { $0 != layout } + [layout]
    try Manifest(output: output.path, isComplete: false, layouts: layouts).write(to: path)
    let counts = try writeAll()
    result.removed = removeOld(old?.layouts ?? [], except: layout)
    try Manifest(output: output.path, isComplete: true, layouts: [layout]).write(to: path)
    result.written = counts.written
    result.unchanged = counts.unchanged
    result.bytes = counts.bytes
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    result.peakMemoryBytes = peakMemoryBytes()
    return result
  }

  /// Without a manifest nothing says that a file is ours, so one with other bytes stays.
  private func refuseForeignFiles(_ layout: SiteLayout) throws(OutputFolder.Refusal) {
    for file in ["index.html", "404.html"] where layout.files.contains(file) {
      if let bytes = output.bytes(of: file), !bytes.contains(part: "content=\"versus\"") {
        throw OutputFolder.Refusal(
          description: "'\(output.path)/\(file)' was not written by versus; move it away, choose "
            + "another folder with --output, or replace it with --force")
      }
    }
  }

  /// One left-hand vendor's comparisons, or the files that exist once.
  private enum Unit: Sendable {
    case page(Page)
    case file(path: String, bytes: [UInt8])
    case comparisons(category: Int, left: Int)
  }

  private var units: [Unit] {
    let plan = renderer.plan
    let pairs = plan.edition.categories.indices.flatMap { category in
      plan.edition.categories[category].vendors.indices.map {
        Unit.comparisons(category: category, left: $0)
      }
    }
    return plan.singlePages.map { .page($0) } + renderer.files.map { .file(path: $0, bytes: $1) }
      + pairs
  }

  private func writeAll() throws -> FileCounts {
    let units = units
    let total = Mutex(FileCounts())
    let failure = Mutex<FileFailure?>(nil)
    let hasStopped = Atomic(false)
    concurrentPerform(units.count, jobs: jobs) { index in
      if hasStopped.load(ordering: .relaxed) { return }
      var counts = FileCounts()
      do throws(FileFailure) {
        if try !write(units[index], &counts) { hasStopped.store(true, ordering: .relaxed) }
      } catch {
        failure.withLock { $0 = $0 ?? error }
        hasStopped.store(true, ordering: .relaxed)
      }
      let done = counts
      total.withLock { $0.add(done) }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    if hasStopped.load(ordering: .relaxed) { throw Interrupted() }
    return total.withLock { $0 }
  }

  /// False when the build was interrupted.
  private func write(_ unit: Unit, _ counts: inout FileCounts) throws(FileFailure) -> Bool {
    var buffer: [UInt8] = []
    func write(_ page: Page) throws(FileFailure) {
      buffer.removeAll(keepingCapacity: true)
      renderer.render(page, into: &buffer)
      try put(buffer, at: renderer.plan.file(of: page), &counts)
    }
    if isInterrupted() { return false }
    switch unit {
    case .page(let page): try write(page)
    case .file(let path, let bytes): try put(bytes, at: path, &counts)
    case .comparisons(let category, let left):
      for right in renderer.plan.rights(ofLeft: left, inCategory: category) {
        if isInterrupted() { return false }
        try write(.comparison(category: category, left: left, right: right))
      }
    }
    return true
  }

  private func put(_ bytes: [UInt8], at file: String, _ counts: inout FileCounts)
    throws(FileFailure)
  {
    counts.bytes += bytes.count
    if output.bytes(of: file) == bytes {
      counts.unchanged += 1
      return
    }
    try output.createFolders(for: file)
    try output.write(bytes, to: file)
    counts.written += 1
  }

  private func removeOld(_ old: [SiteLayout], except layout: SiteLayout) -> Int {
    guard old.contains(where: { $0 != layout }) else { return 0 }
    var current: Set<String> = []
    layout.forEachFile { current.insert($0) }
    var removed = 0
    for layout in old {
      layout.forEachFile { file in
        if !current.contains(file), output.remove(file) { removed += 1 }
      }
    }
    return removed
  }
}

/// The largest resident size of this process so far.
private func peakMemoryBytes() -> Int {
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
