import Hashing
import Pairing
import Planning
import Rendering
import System

/// State that one thread reuses from page to page.
struct PageWorker {
  var writer: FileWriter
  var path = RelativePath()
  var buffer: [UInt8] = []
  var scratch: PairRenderer.Scratch?
  /// The standalone page that was rendered last, for its twin.
  private var last: (page: Page, fingerprint: Fingerprint)?
  private var lastPage: [UInt8] = []

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

  /// Renders a standalone file into the buffer. A file that is copied is left to `put`. A twin that
  /// follows its page is made from the page in the buffer.
  ///
  /// - Parameter known: the fingerprint of the file's sources, if it has been computed.
  mutating func render(
    _ file: SingleFile, _ renderer: SiteRenderer, _ known: Fingerprint?
  ) -> SiteSources.FileState {
    path.set(file.path)
    let fingerprint: Fingerprint
    if let page = file.original, let last, last.page == page {
      swap(&buffer, &lastPage)
      buffer.removeAll(keepingCapacity: true)
      renderer.writeTwin(of: page, made: lastPage, into: &buffer)
      fingerprint = known ?? SiteRenderer.twinFingerprint(ofPage: last.fingerprint)
      self.last = nil
    } else {
      buffer.removeAll(keepingCapacity: true)
      fingerprint = file.render(renderer, known, into: &buffer)
      last = file.page.map { ($0, fingerprint) }
    }
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
