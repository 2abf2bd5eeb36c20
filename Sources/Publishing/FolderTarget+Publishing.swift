package import Content
package import System

/// What the user asks of publishing.
package struct PublishOptions: Sendable {
  /// Whether to say what would be sent, and to send nothing.
  package var isDryRun = false
  package var maxDeletes = 1000
  /// How many releases stay.
  package var keep = 5
  package var jobs = 1

  package init() {}
}

extension FolderTarget {
  /// Makes a release of a site in a folder, which is created if it does not exist, and shows it to
  /// readers.
  ///
  /// - Throws: `Refusal`, `FileFailure`.
  package static func publish(
    _ output: Folder, to path: String, week: Week, _ options: PublishOptions
  ) throws -> PublishResult {
    let place = futurePath(path)
    if output.contains(place) || (output.path + "/").hasPrefix(place + "/") {
      throw Refusal(
        kind: .usage,
        description: "the target '\(path)' \(output.contains(place) ? "is in" : "contains") "
          + "the output folder; choose a folder beside it")
    }
    let files = try SentFiles(in: output, jobs: options.jobs)
    if options.isDryRun, fileStatus(path) == nil {
      let first = Release(number: 1, week: week)
      return PublishResult(
        target: path, release: first.name, Transfer(from: SentFiles([]), to: files))
    }
    if !options.isDryRun { try makeFolders(path) }
    let target = try FolderTarget(path)
    try target.lock()
    return try target.publish(output, files, week: week, options)
  }

  /// Makes a release, once the folder is locked.
  func publish(
    _ output: Folder, _ files: SentFiles, week: Week, _ options: PublishOptions
  ) throws -> PublishResult {
    let current = try current()
    let old = self.files(of: current, jobs: options.jobs)
    let transfer = Transfer(from: old, to: files)
    if transfer.deleted.count > options.maxDeletes {
      throw Refusal.tooManyDeletes(transfer.deleted.count, allowed: options.maxDeletes)
    }
    if let current, transfer.isNothing {
      return PublishResult(target: path, release: current.name, transfer)
    }
    let release = Release(number: try nextNumber(), week: week)
    if options.isDryRun { return PublishResult(target: path, release: release.name, transfer) }
    // A program that was ended right after the switch did not write the list.
    if let current, try !shown().contains(current) { try write(old, of: current) }
    try ReleaseWriter(target: self, output: output, previous: current)
      .write(release, files, transfer)
    if let current { carry(old, of: current, to: release) }
    try show(release)
    try write(files, of: release)
    try keep(options.keep, and: release)
    return PublishResult(target: path, release: release.name, transfer)
  }

  private func nextNumber() throws -> Int {
    guard let last = try taken().last else { return 1 }
    guard last.number < Release.maxNumber else {
      throw Refusal(
        kind: .usage,
        description: "no release can follow '\(path)/\(Self.releases)/\(last.name)'; remove it")
    }
    return last.number + 1
  }

  /// Shows an earlier release again.
  ///
  /// - Parameter wanted: the name of a release, or a week, whose newest release is meant; by
  ///   default the release before the current one.
  /// - Throws: `Refusal`, `FileFailure`.
  package func rollback(to wanted: String?) throws -> PublishResult {
    try lock()
    let release = try release(wanted)
    let current = try current()
    let old = files(of: current, jobs: 1)
    let transfer = Transfer(from: old, to: files(of: release, jobs: 1))
    if let current { carry(old, of: current, to: release) }
    try show(release)
    return PublishResult(target: path, release: release.name, transfer)
  }

  /// The release to go back to.
  ///
  /// - Parameter includesCurrent: whether the current release can be named.
  /// - Throws: `Refusal` where there is none.
  func release(_ wanted: String?, includesCurrent: Bool = false) throws -> Release {
    guard let current = try current() else {
      throw Refusal(kind: .usage, description: "'\(path)' has no release to go back from")
    }
    let shown = try shown()
    let others = shown.filter { $0 != current }
    let found =
      wanted.map { wanted in
        (includesCurrent ? shown : others).last { $0.name == wanted }
          ?? others.last { $0.week.text == wanted }
      } ?? others.last { $0 < current }
    if let found { return found }
    let names = others.map(\.name).joined(separator: ", ")
    let problem =
      wanted.map { "'\(path)' has no other release '\($0)'" }
      ?? "'\(path)' already shows its oldest release, '\(current.name)'"
    throw Refusal(
      kind: .usage,
      description: names.isEmpty
        ? "\(problem), and no other is kept" : "\(problem); name one of the others: \(names)")
  }
}
