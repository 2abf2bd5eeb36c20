import System

/// The program rclone, which knows many kinds of storage.
struct Rclone: Carrier {
  let remote: RemoteTarget
  let work: WorkFolder

  /// The exit code of rclone for a file, or a folder, that is not there.
  private static let notFound: ClosedRange<Int32> = 3...4

  /// How often rclone tries again by itself: with its own numbers it would take minutes to say that
  /// a server is gone.
  private static let patience = ["--retries", "1", "--low-level-retries", "3"]
  /// What rclone says of a file that it gave up. It would go on with the next one, for hours where
  /// the server is gone. It calls other things errors, too, such as a connection that it replaces.
  private enum GivenUp {
    static let copying = ": Failed to copy: "
    static let deleting = ": Couldn't delete: "
  }

  func list() throws(FileFailure) -> SentFiles {
    let words = ["cat", "--count", "\(SentFiles.maxBytes)", remote.listAddress]
    guard try run(words, allowing: Self.notFound) == 0 else { return SentFiles([]) }
    return SentFiles(try InputFile(work.file("output"))) ?? SentFiles([])
  }

  func put(_ list: SentFiles) throws(FileFailure) {
    try work.write(list.text, to: "list")
    try run(["copyto", "--ignore-times", work.file("list"), remote.listAddress])
  }

  /// A storage may keep neither times nor hashes, and then rclone itself would skip a changed file
  /// of the same size.
  func copy(_ paths: [String], from folder: String) throws(FileFailure) {
    if paths.isEmpty { return }
    try write(paths)
    try run(
      endingAt: GivenUp.copying,
      ["copy", "--no-traverse", "--ignore-times", "--files-from-raw", names, folder, remote.name])
  }

  func check(_ paths: [String], of folder: String) throws(FileFailure) {
    if paths.isEmpty { return }
    try write(paths)
    try run(
      ["check", "--one-way", "--download", "--files-from-raw", names, folder, remote.name])
  }

  func delete(_ paths: [String], notIn folder: String) throws(FileFailure) {
    if paths.isEmpty { return }
    try write(paths)
    try run(endingAt: GivenUp.deleting, ["delete", "--files-from-raw", names, remote.name])
  }

  private var names: String { work.file("names") }

  private func write(_ paths: [String]) throws(FileFailure) {
    try work.write(paths.map { $0 + "\n" }.joined(), to: "names")
  }

  /// Runs rclone; returns its exit code.
  @discardableResult
  private func run(
    endingAt mistake: String? = nil, _ words: [String],
    allowing allowed: ClosedRange<Int32>? = nil
  ) throws(FileFailure) -> Int32 {
    let run = try CarrierRun(
      ["rclone"] + Self.patience + words, in: work, endingAt: mistake)
    if run.code == 0 || allowed?.contains(run.code) == true { return run.code }
    throw run.failure(remote.name, remedy: RemoteRemedy.isSilent(run.said) ? roomRemedy : nil)
  }

  /// What to do where the storage has no room left; nil where it has, or does not say. SFTP knows
  /// no word for a full disk, but tells how much is free.
  private var roomRemedy: String? {
    let words = ["rclone"] + Self.patience + ["about", "--json", remote.name]
    guard let run = try? CarrierRun(words, in: work), run.code == 0,
      let bytes = try? InputFile(work.file("output")).bytes(atMost: 1 << 16)
    else { return nil }
    // One number a line.
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let free = lines.first { $0.contains("\"free\"") }.flatMap { Int($0.filter(\.isWholeNumber)) }
    return free.map { $0 < Self.littleRoom } == true ? RemoteRemedy.noRoom : nil
  }

  /// Less than a page, a picture or a part of the sitemap may take.
  private static let littleRoom = 8 << 20
}
