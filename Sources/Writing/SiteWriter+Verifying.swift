import Diagnosing
import Planning
import Rendering
import Synchronization

extension SiteWriter {
  /// The paths of files that are not what a build would write, and of those that it would remove.
  ///
  /// Everything is rendered again in memory; nothing is written.
  package func verify() throws -> [String] {
    let folder = try OpenFolder(output.path)
    let different = Mutex<[String]>([])
    let files = singleFiles
    concurrentPerform(files.count, jobs: options.jobs, with: { PageWorker(folder) }) {
      worker, index in
      worker.path.set(files[index].path)
      worker.buffer.removeAll(keepingCapacity: true)
      files[index].render(renderer, into: &worker.buffer)
      if !worker.writer.holds(worker.buffer, at: worker.path) {
        different.withLock { $0.append(files[index].path) }
      }
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
          if !worker.writer.holds(worker.buffer, at: worker.path) {
            different.withLock { $0.append(worker.path.text) }
          }
        }
      }
    }
    if options.isInterrupted() { throw Interrupted() }
    let history = BuildHistory(state, output: output.path, shard: options.shard)
    let left = OldFiles(history.layouts, except: layout).paths(in: folder)
    return different.withLock { $0.sorted() } + left
  }
}
