import Glibc
import Hashing
import System

/// The manifests of earlier builds of an output folder: of the whole, and of its shards.
struct BuildHistory {
  private let folder: String
  private let name: String
  /// The name of the manifest of whole builds.
  private let whole: String
  private let isWhole: Bool
  /// Of the same part of the site as this build.
  let own: Manifest?
  /// Of other parts, by file name.
  private let others: [String: Manifest]

  init(_ folder: String, output: String, shard: Shard?) {
    self.folder = folder
    isWhole = shard == nil
    // A source folder may be built into several output folders, each with manifests of its own.
    let stem = "manifest-" + Fingerprint(of: Array(output.utf8)).text(digits: 12)
    whole = stem + ".json"
    name = shard.map { "\(stem)-\($0.index)-of-\($0.count).json" } ?? whole
    own = Manifest.read(folder + "/" + name, output: output)
    var others: [String: Manifest] = [:]
    let all = (try? FolderEntry.all(in: folder)) ?? []
    for other in all.map(\.name) where other != name && other.hasPrefix(stem) {
      others[other] = Manifest.read(folder + "/" + other, output: output)
    }
    self.others = others
  }

  /// Nothing is known of the output folder.
  var isEmpty: Bool { own == nil && others.isEmpty }

  /// What this build has to remove when it no longer belongs: a shard answers for its own part.
  var layouts: [SiteLayout] {
    let all =
      (own?.layouts ?? [])
      + (isWhole ? others.keys.sorted() : wholeName).flatMap {
        others[$0]?.layouts ?? []
      }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var wholeName: [String] { others.keys.filter { $0 == whole } }

  /// Marks the folder before the first write. Pages that another manifest knows may change now, so
  /// that it can no longer be relied on.
  func begin(_ manifest: Manifest) throws(FileFailure) {
    try manifest.write(to: folder + "/" + name)
    for other in isWhole ? others.keys.sorted() : wholeName {
      guard var doubtful = others[other], doubtful.isComplete else { continue }
      doubtful.isComplete = false
      try doubtful.write(to: folder + "/" + other)
    }
  }

  /// Completes the manifest after the last write; a whole build replaces those of shards.
  func end(_ manifest: Manifest) throws(FileFailure) {
    try manifest.write(to: folder + "/" + name)
    guard isWhole else { return }
    for other in others.keys { _ = unsafe unlink(folder + "/" + other) }
  }
}
