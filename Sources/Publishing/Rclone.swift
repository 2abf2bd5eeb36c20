import System

/// The program rclone.
struct Rclone {
  let work: WorkFolder

  /// The exit code of rclone for a file, or a folder, that is not there.
  private static let notFound: ClosedRange<Int32> = 3...4

  /// Reads the list of files at an address; empty where there is none, or where it is no list.
  func list(at address: String) throws(FileFailure) -> SentFiles {
    let words = ["cat", "--count", "\(SentFiles.maxBytes)", address]
    let code = try run(words, on: address, allowing: Self.notFound)
    guard code == 0 else { return SentFiles([]) }
    return SentFiles(try InputFile(work.file("output"))) ?? SentFiles([])
  }

  func put(_ text: String, at address: String) throws(FileFailure) {
    try work.write(text, to: "list")
    try run(["copyto", "--ignore-times", work.file("list"), address], on: address)
  }

  func copy(_ paths: [String], from folder: String, to remote: String) throws(FileFailure) {
    if paths.isEmpty { return }
    try write(paths)
    try run(
      ["copy", "--no-traverse", "--checksum", "--files-from-raw", names, folder, remote],
      on: remote)
  }

  func check(_ paths: [String], of folder: String, at remote: String) throws(FileFailure) {
    if paths.isEmpty { return }
    try write(paths)
    try run(["check", "--one-way", "--files-from-raw", names, folder, remote], on: remote)
  }

  func delete(_ paths: [String], at remote: String) throws(FileFailure) {
    if paths.isEmpty { return }
    try write(paths)
    try run(["delete", "--files-from-raw", names, remote], on: remote)
  }

  private var names: String { work.file("names") }

  private func write(_ paths: [String]) throws(FileFailure) {
    try work.write(paths.map { $0 + "\n" }.joined(), to: "names")
  }

  /// Runs rclone; returns its exit code.
  ///
  /// - Throws: `FileFailure` with what rclone said last, unless the code is 0 or allowed.
  @discardableResult
  private func run(
    _ words: [String], on remote: String, allowing allowed: ClosedRange<Int32>? = nil
  ) throws(FileFailure) -> Int32 {
    let code =
      runProgram(
        ["rclone"] + words, output: work.file("output"), errors: work.file("errors")) ?? 127
    if code == 0 || allowed?.contains(code) == true { return code }
    if code == 127 {
      throw FileFailure("cannot run", "rclone", because: "install it (Debian: rclone)")
    }
    let said = (try? InputFile(work.file("errors")).bytes(atMost: 1 << 20)) ?? []
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
    throw FileFailure(
      "cannot publish to", remote,
      because: "rclone ended with code \(code): \(lines.last ?? "it did not say why"); "
        + "the next 'versus publish' sends the rest")
  }
}
