import Hashing
import Pairing
import Rendering
import System

/// State that one thread reuses from page to page.
struct PageWorker {
  var writer: FileWriter
  var path = RelativePath()
  var buffer: [UInt8] = []
  var scratch: PairRenderer.Scratch?

  init(_ writer: FileWriter, _ pairs: PairRenderer? = nil) {
    self.writer = writer
    scratch = pairs?.makeScratch()
  }

  mutating func render(
    _ job: PairJob, _ fragments: [PairRenderer.VendorFragments], _ left: Int, _ right: Int
  ) {
    job.paths.set(&path, left, right)
    buffer.removeAll(keepingCapacity: true)
    var scratch = scratch.take() ?? job.renderer.makeScratch()
    job.renderer.render(
      left, right, fragments[left], fragments[right], scratch: &scratch, into: &buffer)
    self.scratch = scratch
  }

  /// Renders a standalone file into the buffer. A file that is copied is left to `put`.
  ///
  /// - Parameter known: the fingerprint of the file's sources, if it has been computed.
  mutating func render(
    _ file: SingleFile, _ renderer: SiteRenderer, _ known: Fingerprint?
  ) -> SiteSources.FileState {
    path.set(file.path)
    buffer.removeAll(keepingCapacity: true)
    let fingerprint = file.render(renderer, known, into: &buffer)
    return SiteSources.FileState(fingerprint: fingerprint, size: buffer.count)
  }

  /// Writes a standalone file to its place.
  ///
  /// - Parameter state: updated with the size and fingerprint of the bytes copied.
  func put(
    _ file: SingleFile, _ state: inout SiteSources.FileState
  ) throws(FileFailure) -> FileWriter.Change {
    guard let source = file.source else { return try writer.put(buffer, at: path) }
    let copy = try writer.put(source, at: path)
    state = SiteSources.FileState(fingerprint: copy.fingerprint, size: copy.size)
    return copy.change
  }

  mutating func put() throws(FileFailure) -> FileCounts {
    let change = try writer.put(buffer, at: path)
    return FileCounts(
      written: change.isWritten ? 1 : 0,
      growth: buffer.count - change.oldSize)
  }
}
