import System

/// The program rsync over ssh. It replaces each file in one step.
struct Rsync: Carrier {
  let remote: RemoteTarget
  let work: WorkFolder

  /// The exit code of rsync for files that it could not send or fetch.
  private static let partial: Int32 = 23
  /// The exit code of rsync for files that the folder has not, as those to be deleted.
  private static let missing: Int32 = 24

  /// `--protect-args` keeps the shell of the host from reading paths.
  private static let program = ["rsync", "--protect-args"]

  func list() throws(FileFailure) -> SentFiles {
    let copy = work.file("list")
    let run = try CarrierRun(Self.program + ["--", remote.listAddress, copy], in: work)
    // Without a file, or a folder, there is no list.
    if run.code == Self.partial, run.said.contains("No such file or directory (2)") {
      return SentFiles([])
    }
    if run.code != 0 { throw run.failure(remote.name) }
    return SentFiles(try InputFile(copy)) ?? SentFiles([])
  }

  func put(_ list: SentFiles) throws(FileFailure) {
    try work.write(list.text, to: "list")
    try run(["--mkpath", "--ignore-times", "--", work.file("list"), remote.listAddress])
  }

  func copy(_ paths: [String], from folder: String) throws(FileFailure) {
    try run(["--ignore-times"], on: paths, of: folder)
  }

  func check(_ paths: [String], of folder: String) throws(FileFailure) {
    try run(["--dry-run", "--checksum", "--out-format=%n"], on: paths, of: folder)
    let bytes = (try? InputFile(work.file("output")).bytes(atMost: 1 << 20)) ?? []
    // Folders end with a slash, and are named for their times.
    let differing = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .first { !$0.hasSuffix("/") }
    guard let differing else { return }
    throw FileFailure(
      "cannot publish to", remote.name,
      because: "'\(differing)' is not there as it was sent; see who else writes to that folder")
  }

  func delete(_ paths: [String], notIn folder: String) throws(FileFailure) {
    try run(["--delete-missing-args"], on: paths, of: folder, allowing: Self.missing)
  }

  private func run(
    _ options: [String], on paths: [String], of folder: String, allowing allowed: Int32 = 0
  ) throws(FileFailure) {
    if paths.isEmpty { return }
    try work.write(paths.map { $0 + "\0" }.joined(), to: "names")
    let names = ["--from0", "--files-from", work.file("names")]
    try run(options + names + ["--", folder + "/", remote.folderAddress], allowing: allowed)
  }

  private func run(_ words: [String], allowing allowed: Int32 = 0) throws(FileFailure) {
    let run = try CarrierRun(Self.program + words, in: work)
    if run.code != 0, run.code != allowed { throw run.failure(remote.name) }
  }
}
