import Rendering
import Synchronization
import System

extension SiteWriter {
  /// The files that are not what a build would write, by path, and then those that it would remove.
  ///
  /// Everything is rendered again in memory; nothing is written.
  package func verify() throws -> [OutputDifference] {
    let folder = try OpenFolder(output.path)
    let different = Mutex<[OutputDifference]>([])
    let files = singleFiles
    concurrentPerform(files.count, jobs: options.jobs, with: { PageWorker(folder) }) {
      worker, index in
      worker.path.set(files[index].path)
      worker.buffer.removeAll(keepingCapacity: true)
      files[index].render(renderer, into: &worker.buffer)
      if let difference = worker.difference { different.withLock { $0.append(difference) } }
    }
    let layout = plan.layout(extra: renderer.files.map(\.path), shard: options.shard)
    for job in pairJobs(layout) {
      let lefts = job.lefts
      concurrentPerform(
        lefts.count, jobs: options.jobs, with: { PageWorker(folder, job.renderer) }
      ) { worker, index in
        for right in job.layout.rights(of: lefts[index]) {
          if options.isInterrupted() { return }
          worker.render(job, lefts[index], right)
          if let difference = worker.difference { different.withLock { $0.append(difference) } }
        }
      }
    }
    if options.isInterrupted() { throw Interrupted() }
    let history = BuildHistory(state, output: output.path, shard: options.shard)
    let left = OldFiles(history.layouts, except: layout).paths(in: folder)
    return different.withLock { $0.sorted { $0.path < $1.path } }
      + left.map { OutputDifference(path: $0, kind: .outdated) }
  }
}

extension PageWorker {
  /// In what the file at the worker's path is not the bytes of its buffer; nil when it is.
  fileprivate var difference: OutputDifference? {
    mutating get {
      if writer.holds(buffer, at: path) { return nil }
      return OutputDifference(
        path: path.text, kind: writer.size(at: path) == nil ? .missing : .differs)
    }
  }
}
