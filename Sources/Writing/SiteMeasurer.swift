import Comparing
import Hashing
import Pairing
package import Planning
package import Rendering
import Synchronization
import System

/// Measures the size of a site by rendering it in memory; writes nothing.
package struct SiteMeasurer: Sendable {
  let renderer: SiteRenderer
  let jobs: Int
  /// The files that stand in place of ordinary comparisons; nil when these are files.
  private let pack: [SiteFile]?
  private let mostRendered: Int

  /// - Parameter mostRendered: sites of more comparisons are estimated, so that the work grows with
  ///   the vendors and not with the pairs.
  package init(
    renderer: SiteRenderer, jobs: Int, pack: [SiteFile]? = nil, mostRendered: Int = 100_000
  ) {
    self.renderer = renderer
    self.pack = pack
    self.jobs = jobs
    self.mostRendered = mostRendered
  }

  package func measure() -> SiteSize {
    let plan = renderer.plan
    var size = SiteSize()
    size.vendors = plan.vendorCount
    size.comparisons = plan.comparisonCount
    size.redirects = plan.redirects.count
    size.largestCategory = plan.edition.categories.map(\.vendors.count).max() ?? 0
    size.isEstimate = size.comparisons > mostRendered
    renderer.prepare(jobs: jobs, summarizing: !size.isEstimate)
    let files =
      renderer.singleFiles
      + (pack ?? []).map { SingleFile(path: $0.path, content: .file($0)) }
    let singles = size.isEstimate ? estimate(files) : measure(files)
    var pairs = Sizes()
    var layout = plan.layout(extra: [], shard: nil)
    if pack != nil { layout.keepArticles(of: renderer) }
    size.packedComparisons = plan.comparisonCount - layout.pairCount
    for category in plan.edition.categoryPositions {
      pairs.add(
        size.isEstimate && pack == nil
          ? estimate(category)
          : measure(PairJob(renderer, category: category.index, layout: layout)))
    }
    size.files = files.count + layout.pairCount
    size.sitemaps = files.count { $0.path.hasPrefix("sitemap") }
    size.comparisonBytes = pairs.bytes
    size.bytes = singles.bytes + pairs.bytes
    size.largestFile = max(singles.largest, pairs.largest)
    size.filesInOneFolder = largestFolder(layout, files)
    return size
  }

  struct Sizes: Sendable {
    var bytes = 0
    var largest = 0

    mutating func add(_ size: Int) { add(Sizes(bytes: size, largest: size)) }

    mutating func add(_ other: Sizes) {
      bytes += other.bytes
      largest = max(largest, other.largest)
    }
  }

  func measure(_ files: [SingleFile]) -> Sizes {
    total(files.count, with: {}) { _, index, buffer, sizes in
      sizes.add(files[index].size(renderer, &buffer))
    }
  }

  private func measure(_ job: PairJob) -> Sizes {
    let lefts = job.lefts
    let fragments = job.fragments(.everything, jobs: jobs)
    return total(lefts.count, with: { job.renderer.makeScratch() }) {
      scratch, index, buffer, sizes in
      for right in job.layout.rights(of: lefts[index]) {
        buffer.removeAll(keepingCapacity: true)
        job.renderer.render(
          lefts[index], right, fragments[lefts[index]], fragments[right], scratch: &scratch,
          into: &buffer)
        sizes.add(buffer.count)
      }
    }
  }

  func total<Scratch>(
    _ count: Int, with makeScratch: @Sendable () -> Scratch,
    _ body: @Sendable (inout Scratch, Int, inout [UInt8], inout Sizes) -> Void
  ) -> Sizes {
    let total = Mutex(Sizes())
    concurrentPerform(count, jobs: jobs, with: { (makeScratch(), [UInt8]()) }) { state, index in
      var sizes = Sizes()
      body(&state.0, index, &state.1, &sizes)
      let found = sizes
      total.withLock { $0.add(found) }
    }
    return total.withLock { $0 }
  }

  /// Returns the largest number of entries in any one folder. Comparisons have a folder each, all
  /// in the same parent folder.
  private func largestFolder(_ layout: SiteLayout, _ files: [SingleFile]) -> Int {
    var entries: [String: Set<String>] = [:]
    for file in files {
      let parts = file.path.split(separator: "/").map(String.init)
      var folder = ""
      for part in parts {
        entries[folder, default: []].insert(part)
        folder += part + "/"
      }
    }
    var counts = entries.mapValues(\.count)
    for pairs in layout.pairs {
      counts[pairs.folder + "/", default: 0] += pairs.slugs.indices.reduce(0) {
        $0 + pairs.rightCount(of: $1)
      }
    }
    return counts.values.max() ?? 0
  }
}

extension SingleFile {
  /// Returns the size of a file.
  ///
  /// - Parameter buffer: scratch space for a file that has to be rendered.
  fileprivate func size(_ renderer: SiteRenderer, _ buffer: inout [UInt8]) -> Int {
    // If the file has disappeared meanwhile, copying it reports the failure.
    if let source { return (try? source.open().size) ?? 0 }
    buffer.removeAll(keepingCapacity: true)
    render(renderer, Fingerprint(of: []), into: &buffer)
    return buffer.count
  }
}
