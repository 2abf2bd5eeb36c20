import Comparing
import Glibc
package import System

/// Watches folders of a source folder for changes, using inotify.
///
/// Output: batches of changed paths, relative to the source folder, each complete after a short
/// quiet period. New folders are watched as well; files that were put into them before the watch
/// began are not missed.
package final class FolderWatcher {
  /// The changes of a batch.
  package struct Changes: Sendable, Equatable {
    /// The changed paths, relative to the source folder.
    package var paths: Set<String> = []
    /// Whether events were lost, so that any file may have changed.
    package var isEverything = false

    package init(isEverything: Bool = false) { self.isEverything = isEverything }

    /// Reports whether anything in a folder may have changed.
    package func touches(_ folder: String) -> Bool {
      isEverything || paths.contains { $0 == folder || $0.hasPrefix(folder + "/") }
    }
  }

  /// The quiet period that ends a batch. An editor writes a file in several steps, which belong in
  /// one batch.
  private static let quietMilliseconds: Int32 = 30
  /// The time after which a batch ends even if writing does not stop.
  private static let longestMilliseconds = 500
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR)

  private let descriptor: Int32
  private let root: String
  private let names: [String]
  /// The watched paths, relative to the root, by watch descriptor.
  private var folders: [Int32: String] = [:]

  /// - Parameter names: the names of folders in the source folder; they need not exist yet.
  /// - Throws: `FileFailure` when the system refuses a watch.
  package init(_ source: String, folders names: [String]) throws(FileFailure) {
    guard let root = resolvedPath(source) else { throw FileFailure("cannot open", source) }
    self.root = root
    self.names = names
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw FileFailure("cannot watch", root) }
    _ = try watchAll()
  }

  deinit { close(descriptor) }

  /// Waits for the next batch; returns nil if nothing changed in time.
  ///
  /// - Parameter milliseconds: how long to wait for the first event.
  package func next(milliseconds: Int32) throws(FileFailure) -> Changes? {
    guard isReady(milliseconds) else { return nil }
    var changes = Changes()
    var needsWatches = false
    let end = ContinuousClock.now + .milliseconds(Self.longestMilliseconds)
    repeat {
      readEvents(into: &changes, &needsWatches)
    } while isReady(Self.quietMilliseconds) && ContinuousClock.now < end
    // Files that were put into a new folder before its watch began have no events.
    if needsWatches, try watchAll() { changes.isEverything = true }
    return changes.isEverything || !changes.paths.isEmpty ? changes : nil
  }

  private func isReady(_ milliseconds: Int32) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // `poll` accesses exactly one entry, which outlives the call.
    return unsafe Glibc.poll(&poll, 1, milliseconds) > 0
  }

  private func readEvents(into changes: inout Changes, _ needsWatches: inout Bool) {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      // `read` writes at most as many bytes as the buffer has.
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return }
      var rest = buffer[..<count]
      while let event = InotifyEvent(&rest) {
        take(event, into: &changes, &needsWatches)
      }
    }
  }

  private func take(
    _ event: InotifyEvent, into changes: inout Changes, _ needsWatches: inout Bool
  ) {
    if event.has(IN_Q_OVERFLOW) {
      changes.isEverything = true
      needsWatches = true
      return
    }
    if event.has(IN_IGNORED) {
      folders[event.watch] = nil
      needsWatches = true
      return
    }
    guard let folder = folders[event.watch], !event.name.hasPrefix(".") else { return }
    let path = folder.isEmpty ? event.name : event.name.isEmpty ? folder : "\(folder)/\(event.name)"
    // The watch on the source folder also reports other folders, such as the output.
    guard names.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else { return }
    if event.has(IN_ISDIR) { needsWatches = true }
    changes.paths.insert(path)
  }

  /// Watches the source folder and all folders below the named ones.
  ///
  /// - Returns: whether a new watch was added.
  private func watchAll() throws(FileFailure) -> Bool {
    let known = Set(folders.values)
    var current: Set<String> = [""]
    try watch("")
    var open = names
    while let folder = open.popLast() {
      guard current.insert(folder).inserted, let real = resolvedPath(root + "/" + folder),
        real.hasPrefix(root == "/" ? "/" : root + "/"), fileStatus(real)?.isFolder == true
      else { continue }
      // Two paths to the same folder share a watch, which keeps the first path.
      if try watch(folder) {
        // A folder that cannot be listed is watched nevertheless.
        let entries = (try? FolderEntry.all(in: real)) ?? []
        open += entries.filter { $0.kind != .file }.map { folder + "/" + $0.name }
      }
    }
    return !Set(folders.values).isSubset(of: known)
  }

  /// Watches a folder; returns false if it is gone, or already watched under another path.
  @discardableResult
  private func watch(_ folder: String) throws(FileFailure) -> Bool {
    // `inotify_add_watch` only reads the path, and only during the call.
    let watch = unsafe inotify_add_watch(descriptor, root + "/" + folder, Self.events)
    if watch < 0, errno == ENOENT || errno == ENOTDIR || errno == EACCES { return false }
    guard watch >= 0 else { throw FileFailure("cannot watch", root + "/" + folder) }
    if let name = folders[watch], name != folder, fileStatus(root + "/" + name)?.isFolder == true,
      resolvedPath(root + "/" + name) == resolvedPath(root + "/" + folder)
    {
      return false
    }
    folders[watch] = folder
    return true
  }
}
