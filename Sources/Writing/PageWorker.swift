import Pairing
import Rendering
import System

/// What one thread keeps from page to page.
struct PageWorker {
  var writer: FileWriter
  var path = RelativePath()
  var buffer: [UInt8] = []
  var scratch: PairRenderer.Scratch?

  init(_ folder: OpenFolder, _ pairs: PairRenderer? = nil) {
    writer = FileWriter(folder)
    scratch = pairs?.makeScratch()
  }

  mutating func render(_ job: PairJob, _ left: Int, _ right: Int) {
    job.paths.set(&path, left, right)
    buffer.removeAll(keepingCapacity: true)
    var scratch = scratch.take() ?? job.renderer.makeScratch()
    job.renderer.render(
      left, right, job.parts[left], job.parts[right], scratch: &scratch, into: &buffer)
    self.scratch = scratch
  }

  mutating func put() throws(FileFailure) -> FileCounts {
    let change = try writer.put(buffer, at: path)
    return FileCounts(
      written: change.isWritten ? 1 : 0,
      growth: buffer.count - change.oldSize)
  }
}
