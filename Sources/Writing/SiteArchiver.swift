import Comparing
import Content
import Hashing
import Pairing
import Planning
package import Rendering
package import System

/// Writes a site as one archive, without a file for each page.
///
/// Input: a renderer. Output: the files that `SiteWriter` would leave in an empty folder, one after
/// another. They are made by several threads, a few at a time, and written in a fixed order, so
/// that equal sites give equal archives.
package struct SiteArchiver: Sendable {
  private let renderer: SiteRenderer
  private let options: SiteWriter.Options
  /// How many comparisons one thread makes before they are written.
  private static let pairsAtOnce = 64

  package init(renderer: SiteRenderer, options: SiteWriter.Options) {
    self.renderer = renderer
    self.options = options
  }

  /// - Parameter name: how messages call the file.
  package func write(
    to file: borrowing OutputFile, named name: String
  ) throws -> BuildResult {
    let start = ContinuousClock.now
    let plan = renderer.plan
    let site = PreparedSite(renderer, options, comparing: false)
    var result = BuildResult(
      week: plan.edition.week.text, vendors: plan.vendorCount, pages: plan.pageCount,
      comparisons: plan.comparisonCount)
    options.progress.expect(site.files.count + site.pairs.reduce(0) { $0 + $1.pairCount })
    let groups = FileGroup.groups(of: site.files.sorted { $0.path < $1.path })
    for some in parts(of: groups) {
      let archives = concurrentMap(some, jobs: options.jobs) { group in
        Result { () throws(FileFailure) in try archive(of: group) }
      }
      try checkInterruption()
      for (group, archive) in zip(some, archives) {
        try put(archive.get(), group.files.count, to: file, named: name, &result)
      }
    }
    for job in site.pairs {
      let fragments = job.fragments(.everything, jobs: options.jobs)
      for some in parts(of: slices(of: job)) {
        let archives = concurrentMap(
          some, jobs: options.jobs, with: { job.renderer.makeScratch() }
        ) { scratch, slice in archive(of: slice, job, fragments, &scratch) }
        try checkInterruption()
        for (slice, archive) in zip(some, archives) {
          try put(archive, slice.rights.count, to: file, named: name, &result)
        }
      }
    }
    if !file.write(TarArchive.end(after: result.bytes)) {
      throw FileFailure("cannot write to", name)
    }
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    result.peakMemoryBytes = largestResidentBytes()
    return result
  }

  private func put(
    _ archive: TarArchive, _ files: Int, to file: borrowing OutputFile, named name: String,
    _ result: inout BuildResult
  ) throws(FileFailure) {
    if !file.write(archive.bytes) { throw FileFailure("cannot write to", name) }
    result.written += files
    result.bytes += archive.bytes.count
    options.progress.add(files)
  }

  private func checkInterruption() throws {
    if options.isInterrupted() { throw SiteWriter.Interrupted() }
  }

  /// As many as all threads make before anything is written.
  private func parts<Element>(of list: [Element]) -> [[Element]] {
    let size = 8 * options.jobs
    return stride(from: 0, to: list.count, by: size).map {
      Array(list[$0..<min($0 + size, list.count)])
    }
  }

  private func archive(of group: FileGroup) throws(FileFailure) -> TarArchive {
    var archive = TarArchive()
    var page: [UInt8]?
    for file in group.files {
      var bytes: [UInt8] = []
      if let source = file.source {
        bytes = try source.bytes()
      } else if let original = file.original, let page {
        renderer.writeTwin(of: original, made: page, into: &bytes)
      } else {
        file.render(renderer, Fingerprint(of: []), into: &bytes)
      }
      archive.add(file.path, bytes)
      page = bytes
    }
    return archive
  }

  // MARK: Comparisons

  /// Some comparisons of a left-hand vendor.
  private struct PairSlice: Sendable {
    let left: Int
    let rights: ArraySlice<Int>
  }

  private func slices(of job: PairJob) -> [PairSlice] {
    job.lefts.flatMap { left in
      let rights = job.layout.rights(of: left)
      return stride(from: 0, to: rights.count, by: Self.pairsAtOnce).map { start in
        let end = min(start + Self.pairsAtOnce, rights.count)
        return PairSlice(left: left, rights: rights[start..<end])
      }
    }
  }

  private func archive(
    of slice: PairSlice, _ job: PairJob, _ fragments: [PairRenderer.VendorFragments],
    _ scratch: inout PairRenderer.Scratch
  ) -> TarArchive {
    var archive = TarArchive()
    var (path, page) = (RelativePath(), [UInt8]())
    for right in slice.rights {
      job.paths.set(&path, slice.left, right)
      page.removeAll(keepingCapacity: true)
      job.renderer.render(
        slice.left, right, fragments[slice.left], fragments[right], scratch: &scratch, into: &page)
      if archive.bytes.isEmpty { archive.reserve(slice.rights.count, of: page.count) }
      archive.add(path.text, page)
    }
    return archive
  }
}
