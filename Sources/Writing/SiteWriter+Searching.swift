import Glibc
import Hashing
import Planning
import Rendering
import System

/// The index of the site's texts, which the search page reads.
///
/// Pagefind makes it of pages that are rendered for it alone, so that a part of a site, too, gets
/// the whole index. A marker names the build whose texts the index holds.
extension SiteWriter {
  package enum SearchIndex: Sendable, Equatable {
    /// The site has no search, or another part of the build makes the index.
    case unwanted
    case removed
    case kept
    case made(pages: Int)
    /// Pagefind is not installed; an earlier index is kept.
    case impossible
  }

  /// What says which build the index is of.
  private static let marker = ".versus-search"

  /// Makes, keeps or removes the index. Called after the pages are written.
  ///
  /// - Throws: `FileFailure`; `OutputFolder.Refusal` for a foreign folder in the way;
  ///   `Interrupted`.
  package func updateSearchIndex() throws -> SearchIndex {
    guard options.shard?.holdsSinglePages ?? true else { return .unwanted }
    let hasMarker = fileStatus(output.path + "/" + Self.marker) != nil
    let pages = plan.searchedPages
    if pages.isEmpty && !hasMarker { return .unwanted }
    let folder = try OpenFolder(output.path, shard: options.shard) { wait(for: $0) }
    defer { folder.staging.end() }
    if options.isInterrupted() { throw Interrupted() }
    if pages.isEmpty {
      // The marker goes last, so that the next build tries again what fails.
      for name in [DataAddress.searchFolder, Self.marker] where !folder.folder.removeTree(name) {
        throw FileFailure("cannot remove", output.path + "/" + name)
      }
      return .removed
    }
    let hasIndex = fileStatus(output.path + "/" + DataAddress.searchProgram) != nil
    if hasMarker, hasIndex, !options.force, marked(in: folder) == folder.build?.text() {
      return .kept
    }
    try refuseForeignIndex(hasMarker: hasMarker)
    guard let program = Pagefind.installed else { return .impossible }
    try make(of: pages, with: program, in: folder)
    return .made(pages: pages.count)
  }

  private func marked(in folder: OpenFolder) -> String? {
    guard let file = try? InputFile(Self.marker, FolderWalk(folder.folder)),
      let bytes = try? file.bytes(atMost: 64)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func refuseForeignIndex(hasMarker: Bool) throws(OutputFolder.Refusal) {
    let place = output.path + "/" + DataAddress.searchFolder
    if hasMarker || options.force || fileStatus(place) == nil { return }
    throw OutputFolder.Refusal(
      description: "'\(place)' was not written by versus; move it away, choose another folder with "
        + "--output, or replace it with --force")
  }

  private func make(
    of pages: [Page], with program: Pagefind, in folder: OpenFolder
  ) throws {
    let work = try WorkFolder()
    defer { work.remove() }
    var bytes: [UInt8] = []
    for page in pages {
      if options.isInterrupted() { throw Interrupted() }
      bytes.removeAll(keepingCapacity: true)
      renderer.render(page, into: &bytes)
      try work.write(bytes, to: "site/" + plan.file(of: page))
    }
    let new = try folder.staging.makeFolder()
    defer { folder.folder.removeTree(new) }
    let failure = program.failure(
      indexing: work.file("site"), into: output.path + "/" + new + "/index", work)
    // An interrupt ends the program, too.
    if options.isInterrupted() { throw Interrupted() }
    if let failure { throw failure }
    try replace(with: new, in: folder)
    try replaceFile(
      Array((folder.build?.text() ?? "").utf8), at: Self.marker, inside: folder.path)
  }

  /// Puts the new index in the place of the old one, which is missing for a moment.
  private func replace(with new: String, in folder: OpenFolder) throws(FileFailure) {
    let (descriptor, place) = (folder.folder.descriptor, DataAddress.searchFolder)
    _ = unsafe renameat(descriptor, place, descriptor, new + "/old")
    guard unsafe renameat(descriptor, new + "/index", descriptor, place) == 0 else {
      throw FileFailure("cannot write", folder.path + "/" + place)
    }
  }
}
