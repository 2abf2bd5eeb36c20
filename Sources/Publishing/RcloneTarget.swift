package import Content
package import System

/// A remote of the program rclone, such as `store:bucket/site`.
///
/// The list of what the remote has is a file beside the site, so that only changes are sent. While
/// files are sent, the list names only what is certain: a run that was ended is completed by the
/// next one.
package struct RcloneTarget {
  let remote: String

  static let list = ".versus-files"

  /// Returns nil for a target that is a folder: one without a colon before its first slash.
  package init?(_ target: String) {
    guard let mark = target.firstIndex(where: { $0 == ":" || $0 == "/" }), target[mark] == ":",
      !target.hasPrefix("-")
    else { return nil }
    remote = target
  }

  /// Sends what changed.
  ///
  /// - Throws: `Refusal`, `FileFailure`.
  package func publish(
    _ output: Folder, week: Week, _ options: PublishOptions
  ) throws -> PublishResult {
    let files = try SentFiles(in: output, jobs: options.jobs)
    let work = try WorkFolder()
    defer { work.remove() }
    let rclone = Rclone(work: work)
    let old = try rclone.list(at: address(of: Self.list))
    let transfer = Transfer(from: old, to: files)
    if transfer.deleted.count > options.maxDeletes {
      throw Refusal.tooManyDeletes(transfer.deleted.count, allowed: options.maxDeletes)
    }
    let result = PublishResult(target: remote, release: week.text, transfer)
    if options.isDryRun || transfer.isNothing { return result }
    let certain = old.without(Set(transfer.sent.map(\.path)))
    try rclone.put(certain.text, at: address(of: Self.list))
    for stage in Transfer.Stage.allCases {
      try rclone.copy(transfer.sent(in: stage).map(\.path), from: output.path, to: remote)
    }
    try rclone.check(sample(of: transfer), of: output.path, at: remote)
    try rclone.delete(transfer.deleted, at: remote)
    try rclone.put(files.text, at: address(of: Self.list))
    return result
  }

  /// The address of a file of the remote.
  private func address(of name: String) -> String {
    remote.hasSuffix(":") || remote.hasSuffix("/") ? remote + name : remote + "/" + name
  }

  /// The most files whose bytes are compared after sending.
  private static let sampled = 20

  /// Files of all stages, evenly spread.
  private func sample(of transfer: Transfer) -> [String] {
    let step = max(1, transfer.sent.count / Self.sampled)
    return stride(from: 0, to: transfer.sent.count, by: step).map { transfer.sent[$0].path }
  }
}
