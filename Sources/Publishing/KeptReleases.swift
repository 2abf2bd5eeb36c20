import Glibc
import Hashing
import System

/// The releases of a remote that this machine keeps, so that it can send an earlier one again.
///
/// They are in `.versus/published` beside the content, one folder for each remote, and are hard
/// links to the files of the output folder, which builds replace and never change.
struct KeptReleases {
  private let source: String
  private let place: String

  init(of remote: String, in source: String) {
    self.source = source
    place = ".versus/published/" + Fingerprint(of: Array(remote.utf8)).text(digits: 16)
  }

  /// Opens the folder; nil where nothing is kept.
  func existing() throws(FileFailure) -> FolderTarget? {
    do throws(FileFailure) {
      return FolderTarget(try Folder(place, below: try Folder(source)), isKept: true)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// Opens the folder, and makes it first if need be. No link is followed (Y-02).
  func made() throws(FileFailure) -> FolderTarget {
    let folder = try Folder(source)
    guard FolderWalk(folder).enter(Array((place + "/file").utf8CString), .make) != nil else {
      throw FileFailure("cannot create", source + "/" + place)
    }
    return FolderTarget(try Folder(place, below: folder), isKept: true)
  }
}
