package import Content
package import System

/// A site on another machine: a remote of the program rclone, such as `store:bucket/site`, or a
/// folder that rsync reaches over ssh, such as `user@host:/srv/site`.
///
/// The list of what is there is a file beside the site, so that only changes are sent. While files
/// are sent, the list names only what is certain: a run that was ended is completed by the next
/// one.
package struct RemoteTarget {
  package let name: String
  private let isHost: Bool

  private static let list = ".versus-files"

  /// Returns nil for a target that is a folder: one without a colon before its first slash.
  package init?(_ target: String) {
    guard let mark = target.firstIndex(where: { $0 == ":" || $0 == "/" }), target[mark] == ":",
      !target.hasPrefix("-")
    else { return nil }
    name = target
    isHost = Self.isUserAtHost(target[..<mark])
  }

  /// Nothing that ssh would read as an option.
  private static func isUserAtHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && !part.hasPrefix("-")
          && part.utf8.allSatisfy { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
              || "._-".utf8.contains(byte)
          }
      }
  }

  /// The address of what is in the remote.
  private var start: String {
    name.hasSuffix(":") || name.hasSuffix("/") ? name : name + "/"
  }

  var listAddress: String { start + Self.list }
  var folderAddress: String { start.hasSuffix(":") ? start + "./" : start }

  // MARK: Sending

  /// Sends what changed, after keeping the release on this machine.
  ///
  /// - Parameter source: the folder of the site's source, where releases are kept.
  /// - Throws: `Refusal`, `FileFailure`.
  package func publish(
    _ output: Folder, week: Week, keptIn source: String, _ options: PublishOptions
  ) throws -> PublishResult {
    let kept = KeptReleases(of: name, in: source)
    let releases = try options.isDryRun ? kept.existing() : kept.made()
    try releases?.lock()
    let current = try releases?.current()
    let before = releases.map { $0.files(of: current, jobs: options.jobs) }
    let folder = try? current.flatMap { try releases?.folder(of: $0) }
    let files = try SentFiles(
      in: output, jobs: options.jobs, known: before.flatMap { files in folder.map { (files, $0) } })
    return try withCarrier { carrier in
      let there = try carrier.list()
      let staying = (before ?? SentFiles([])).assets(in: there, butNotIn: files)
      let transfer = Transfer(from: there.without(staying), to: files)
      if transfer.deleted.count > options.maxDeletes {
        throw Refusal.tooManyDeletes(transfer.deleted.count, allowed: options.maxDeletes)
      }
      var keeping = options
      keeping.maxDeletes = .max
      let release =
        try releases?.publish(output, files, week: week, keeping).release
        ?? Release(number: 1, week: week).name
      if !options.isDryRun {
        try send(transfer, of: files, with: staying, from: output.path, to: there, by: carrier)
      }
      return PublishResult(target: name, release: release, transfer)
    }
  }

  /// Sends what differs from an earlier release that this machine keeps.
  ///
  /// - Parameters:
  ///   - wanted: as for a folder. The newest release can be named, too: it may not have arrived.
  ///   - source: the folder of the site's source, where releases are kept.
  /// - Throws: `Refusal`, `FileFailure`.
  package func rollback(to wanted: String?, keptIn source: String) throws -> PublishResult {
    guard let releases = try KeptReleases(of: name, in: source).existing() else {
      throw Refusal(
        kind: .usage,
        description: "no release of '\(name)' is kept on this machine; publish the earlier state "
          + "instead, such as 'versus publish --week WEEK \(name)'")
    }
    try releases.lock()
    let release = try releases.release(wanted, includesCurrent: true)
    let files = try releases.wholeFiles(of: release)
    let folder = try releases.folder(of: release)
    return try withCarrier { carrier in
      let there = try carrier.list()
      let staying = releases.files(of: try releases.current(), jobs: 1)
        .assets(in: there, butNotIn: files)
      let transfer = Transfer(from: there.without(staying), to: files)
      try send(transfer, of: files, with: staying, from: folder.path, to: there, by: carrier)
      try releases.show(release)
      return PublishResult(target: name, release: release.name, transfer)
    }
  }

  /// - Parameters:
  ///   - staying: files of the release before that stay, though the new one has them not.
  ///   - there: what the remote has.
  private func send(
    _ transfer: Transfer, of files: SentFiles, with staying: Set<String>, from folder: String,
    to there: SentFiles, by carrier: any Carrier
  ) throws(FileFailure) {
    if transfer.isNothing { return }
    var certain = there.without(Set(transfer.sent.map(\.path)))
    // Where there is no list yet, it makes the folder, too.
    if certain != there || there.files.isEmpty { try carrier.put(certain) }
    let size = PartSize(of: transfer, listBytes: files.textBytes)
    for stage in Transfer.Stage.allCases {
      for part in transfer.sent(in: stage).parts(of: size) {
        try carrier.copy(part.map(\.path), from: folder)
        // What has arrived is not sent again, should the run end here.
        certain = certain.with(SentFiles(part))
        if certain.files.count < files.files.count { try carrier.put(certain) }
      }
    }
    try carrier.check(sample(of: transfer), of: folder)
    try carrier.delete(transfer.deleted, notIn: folder)
    try carrier.put(files.with(there.only(staying)))
  }

  private func withCarrier<Result>(_ body: (any Carrier) throws -> Result) throws -> Result {
    let work = try WorkFolder()
    defer { work.remove() }
    return try isHost
      ? body(Rsync(remote: self, work: work)) : body(Rclone(remote: self, work: work))
  }

  /// The most files whose bytes are compared after sending.
  private static let sampled = 20

  /// Files of all stages, evenly spread.
  private func sample(of transfer: Transfer) -> [String] {
    let step = max(1, transfer.sent.count / Self.sampled)
    return stride(from: 0, to: transfer.sent.count, by: step).map { transfer.sent[$0].path }
  }
}

/// How much is sent before the list says so. The list of a large site is large, too.
private struct PartSize {
  let files: Int
  let bytes: Int

  init(of transfer: Transfer, listBytes: Int) {
    files = max(500, transfer.sent.count / 10)
    bytes = 10 * listBytes
  }
}

extension [SentFile] {
  /// Parts of at least so many files and so many bytes, but for the last one.
  fileprivate func parts(of size: PartSize) -> [[SentFile]] {
    var parts: [[SentFile]] = []
    var part: [SentFile] = []
    var bytes = 0
    for file in self {
      part.append(file)
      bytes += file.size
      if part.count >= size.files, bytes >= size.bytes {
        parts.append(part)
        part = []
        bytes = 0
      }
    }
    return part.isEmpty ? parts : parts + [part]
  }
}
