import Hashing
import System

/// The manifests of earlier builds of an output folder: of the whole site, and of its shards.
struct BuildHistory {
  private let name: String
  /// The name of the manifest of whole builds.
  private let whole: String
  /// The manifest of the part of the site that this build makes.
  let own: Manifest?
  /// The manifests of other parts of the site, by file name.
  private let others: [String: Manifest]

  /// - Throws: `FileFailure` when something that is no regular file stands at a manifest's place.
  init(_ state: StateFolder, output: String, shard: Shard?) throws(FileFailure) {
    let stem = Self.names(output: output, shard).stem
    var manifests: [String: Manifest] = [:]
    for file in state.names where file.hasPrefix(stem) {
      manifests[file] = try state.read(file).flatMap { Manifest($0, output: output) }
    }
    self.init(manifests, output: output, shard: shard)
  }

  /// - Parameter manifests: by file name.
  init(_ manifests: [String: Manifest], output: String, shard: Shard?) {
    let (stem, name) = Self.names(output: output, shard)
    self.name = name
    whole = stem + ".json"
    // What tells of another part cannot be this part's.
    own = manifests[name].flatMap { $0.layouts.last?.shard == shard ? $0 : nil }
    others = manifests.filter { $0.key != name }
  }

  /// What the names of all manifests of an output folder begin with, and the name of one.
  static func names(output: String, _ shard: Shard?) -> (stem: String, name: String) {
    // A source folder may be built into several output folders, each with manifests of its own.
    let stem = "manifest-" + Fingerprint(of: Array(output.utf8)).text(digits: 12)
    return (stem, shard.map { "\(stem)-\($0.index)-of-\($0.count).json" } ?? stem + ".json")
  }

  /// Nothing is known of the output folder.
  var isEmpty: Bool { own == nil && others.isEmpty }

  private var isWhole: Bool { name == whole }

  /// Whether the manifest of this part tells of the build that the folder says it is of, or of the
  /// one before while other parts of the site are a build ahead.
  func tells(of build: Fingerprint?) -> Bool {
    guard let own, let build else { return false }
    return own.build == build
      || others.values.contains { $0.build == build && $0.previous == own.build }
  }

  /// What this build has to remove when it no longer belongs: a shard answers for its own part.
  var layouts: [SiteLayout] {
    let all = (own?.layouts ?? []) + overlapping.flatMap { others[$0]?.layouts ?? [] }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The other manifests that tell of files which this build may write.
  private var overlapping: [String] {
    others.keys.filter { isWhole || $0 == whole }.sorted()
  }

  /// Marks the folder before the first write. Pages that another manifest knows may change now, so
  /// that it can no longer be relied on.
  func begin(_ manifest: Manifest, in state: StateFolder) throws(FileFailure) {
    try state.write(manifest.bytes, to: name)
    for other in overlapping {
      guard var overtaken = others[other], overtaken.isComplete else { continue }
      overtaken.isComplete = false
      try state.write(overtaken.bytes, to: other)
    }
  }

  /// Completes the manifest after the last write; a whole build replaces those of shards.
  func end(_ manifest: Manifest, in state: StateFolder) throws(FileFailure) {
    try state.write(manifest.bytes, to: name)
    guard isWhole else { return }
    for other in others.keys { state.remove(other) }
  }
}
