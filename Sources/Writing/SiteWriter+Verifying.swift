import Hashing
import Rendering
import Synchronization
import System

extension SiteWriter {
  /// Returns the files that differ from what a build would write, by path, then the files that a
  /// build would remove.
  ///
  /// Renders everything in memory; writes nothing.
  package func verify() throws -> [OutputDifference] {
    let folder = try OpenFolder(reading: output.path)
    let site = PreparedSite(renderer, options, comparing: false)
    var different = try differentFiles(site.files, folder)
    for job in site.pairs { different += differentPairs(job, folder) }
    if options.isInterrupted() { throw Interrupted() }
    let history = try BuildHistory(state, output: output.path, shard: options.shard)
    let left = OldFiles(history.layouts, except: site.goal.layout).paths(in: folder)
    return different.sorted { $0.path < $1.path }
      + left.map { OutputDifference(path: $0, kind: .outdated) }
  }

  private func differentFiles(
    _ files: [SingleFile], _ folder: OpenFolder
  ) throws(FileFailure) -> [OutputDifference] {
    let results = concurrentMap(files, jobs: options.jobs, with: { worker(folder) }) {
      worker, file in
      Result { () throws(FileFailure) in try worker.difference(of: file, renderer) }
    }
    var different: [OutputDifference] = []
    for result in results { if let difference = try result.get() { different.append(difference) } }
    return different
  }

  private func differentPairs(_ job: PairJob, _ folder: OpenFolder) -> [OutputDifference] {
    let different = Mutex<[OutputDifference]>([])
    let lefts = job.lefts
    let fragments = job.fragments(.everything, jobs: options.jobs)
    concurrentPerform(lefts.count, jobs: options.jobs, with: { worker(folder, job.renderer) }) {
      worker, index in
      for right in job.layout.rights(of: lefts[index]) {
        if options.isInterrupted() { return }
        worker.render(job, fragments, lefts[index], right)
        if let difference = worker.difference { different.withLock { $0.append(difference) } }
      }
    }
    return different.withLock { $0 }
  }
}

extension PageWorker {
  fileprivate mutating func difference(
    of file: SingleFile, _ renderer: SiteRenderer
  ) throws(FileFailure) -> OutputDifference? {
    path.set(file.path)
    if let source = file.source { return difference(try writer.holds(source, at: path)) }
    buffer.removeAll(keepingCapacity: true)
    file.render(renderer, Fingerprint(of: []), into: &buffer)
    return difference
  }

  /// How the file at the worker's path differs from the bytes in the buffer; nil when it does not.
  fileprivate var difference: OutputDifference? { difference(writer.holds(buffer, at: path)) }

  private func difference(_ isSame: Bool) -> OutputDifference? {
    if isSame { return nil }
    return OutputDifference(
      path: path.text, kind: writer.size(at: path) == nil ? .missing : .differs)
  }
}
