import Hashing
import Rendering
import System

/// What a build has to make again, told by what the last one was made from.
extension SiteWriter {
  /// How many files of how many bytes there are, when the last build was made from the same as this
  /// one would be and its files are where it left them; else nil.
  func countsOfUnchanged(
    _ history: BuildHistory, _ folder: OpenFolder
  ) -> (files: Int, bytes: Int)? {
    guard !options.force, !folder.isFresh, let old = history.own, old.isComplete,
      old.tool == options.tool, old.inputs == renderer.inputs, let sources = old.sources,
      let layout = old.layouts.first, old.layouts.count == 1, layout.shard == options.shard,
      old.stamps.allSatisfy({ folder.stamp(of: $0) == $1 })
    else { return nil }
    let writer = FileWriter(folder)
    for (path, state) in sources.files where writer.size(at: RelativePath(path)) != state.size {
      return nil
    }
    let bytes =
      sources.categories.values.reduce(0) { $0 + $1.bytes }
      + sources.files.values.reduce(0) { $0 + $1.size }
    return (sources.files.count + layout.pairCount, bytes)
  }

  /// Finds which pages of a category changed since the last build.
  func compare(
    _ job: inout PairJob, with sources: SiteSources, _ old: Manifest, _ layout: SiteLayout,
    _ folder: OpenFolder
  ) {
    guard let known = sources.categories[job.layout.category],
      let before = old.layouts.first?.pairs.first(where: { $0.category == job.layout.category })
    else { return }
    let parent = job.layout.folder
    // What an editor listed, or somebody took away, is not told by the vendors.
    let isDoubtful =
      old.stamps[parent] != folder.stamp(of: parent) || before.rights != job.layout.rights
    job.compare(with: known, isDoubtful: isDoubtful)
  }

  /// A file that has to be made, with its fingerprint where that was needed to know it.
  typealias StaleFile = (file: SingleFile, fingerprint: Fingerprint?)

  /// Which files have to be made, and the paths of those that are as they should be.
  func staleFiles(
    _ files: [SingleFile], _ old: SiteSources?, _ folder: OpenFolder
  ) -> (files: [StaleFile], current: Set<String>) {
    guard let old else { return (files.map { ($0, nil) }, []) }
    let fingerprints = concurrentMap(files, jobs: options.jobs) { file -> Fingerprint? in
      let fingerprint = file.fingerprint(renderer)
      let size = FileWriter(folder).size(at: RelativePath(file.path))
      let state = size.map { SiteSources.FileState(fingerprint: fingerprint, size: $0) }
      // Nil for a file that is current.
      return state != nil && old.files[file.path] == state ? nil : fingerprint
    }
    let all = zip(files, fingerprints)
    return (
      all.filter { $1 != nil }.map { ($0, $1) },
      Set(all.filter { $1 == nil }.map(\.0.path))
    )
  }
}
