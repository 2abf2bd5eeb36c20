import Hashing
import System

/// The manifests of earlier builds into one output folder: those of the whole site and of its
/// shards.
struct BuildHistory {
  private let name: String
  /// The file name of the manifest of unsharded builds.
  private let whole: String
  /// The manifest of the shard, or of the whole site, that this build writes.
  let own: Manifest?
  /// The other manifests of the output folder, by file name.
  private let others: [String: Manifest]

  /// - Throws: `FileFailure` when something other than a regular file is in a manifest's place.
  init(_ state: StateFolder, output: String, shard: Shard?) throws(FileFailure) {
    let stem = Self.names(output: output, shard).stem
    var manifests: [String: Manifest] = [:]
    for file in state.names where file.hasPrefix(stem) {
      manifests[file] = try state.read(file).flatMap { Manifest($0, output: output) }
    }
    self.init(manifests, output: output, shard: shard)
  }

  /// - Parameter manifests: the manifests by file name.
  init(_ manifests: [String: Manifest], output: String, shard: Shard?) {
    let (stem, name) = Self.names(output: output, shard)
    self.name = name
    whole = stem + ".json"
    // A manifest that describes another shard is not this build's, whatever its name.
    own = manifests[name].flatMap { $0.layouts.last?.shard == shard ? $0 : nil }
    others = manifests.filter { $0.key != name }
  }

  /// Returns the common prefix of an output folder's manifest names, and the name for one shard.
  static func names(output: String, _ shard: Shard?) -> (stem: String, name: String) {
    // A source folder may be built into several output folders; each has manifests of its own.
    let stem = "manifest-" + Fingerprint(of: Array(output.utf8)).text(digits: 12)
    return (stem, shard.map { "\(stem)-\($0.index)-of-\($0.count).json" } ?? stem + ".json")
  }

  /// Whether there is no manifest of the output folder.
  var isEmpty: Bool { own == nil && others.isEmpty }

  private var isWhole: Bool { name == whole }

  /// Reports whether this shard's manifest describes the build that the folder claims to hold, or
  /// the build before it when another shard has already written the new one.
  func tells(of build: Fingerprint?) -> Bool {
    guard let own, let build else { return false }
    return own.build == build
      || others.values.contains { $0.build == build && $0.previous == own.build }
  }

  /// The layouts whose files this build removes when they are outdated. A shard removes only its
  /// own files.
  var layouts: [SiteLayout] {
    let all = (own?.layouts ?? []) + overlapping.flatMap { others[$0]?.layouts ?? [] }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The names of the other manifests that cover files which this build may write.
  private var overlapping: [String] {
    others.keys.filter { isWhole || $0 == whole }.sorted()
  }

  /// Marks the build as started, before its first write. Manifests that cover the same files are
  /// marked incomplete, since those files may change now.
  func begin(_ manifest: Manifest, in state: StateFolder) throws(FileFailure) {
    try state.write(manifest.bytes, to: name)
    for other in overlapping {
      guard var overtaken = others[other], overtaken.isComplete else { continue }
      overtaken.isComplete = false
      try state.write(overtaken.bytes, to: other)
    }
  }

  /// Writes the completed manifest after the last write. A whole build removes the shards'
  /// manifests.
  func end(_ manifest: Manifest, in state: StateFolder) throws(FileFailure) {
    try state.write(manifest.bytes, to: name)
    guard isWhole else { return }
    for other in others.keys { state.remove(other) }
  }
}
