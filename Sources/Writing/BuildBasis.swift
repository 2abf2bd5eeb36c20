import Hashing

/// How much of the previous build a new build can reuse.
enum BuildBasis: Sendable, Equatable {
  /// Nothing can be reused: every file is rendered.
  case nothing(Reason)
  /// The previous build is described by this manifest: only stale files are rendered.
  case manifest(Manifest)

  /// Why nothing of the previous build can be reused.
  enum Reason: Sendable, Equatable {
    case forced
    /// The output folder is empty, whatever the manifest says.
    case emptyFolder
    /// There is no manifest for the output folder, or only one that fails validation.
    case noManifest
    /// Another version of the program wrote the manifest; it may render the same content
    /// differently.
    case otherProgram
    /// The previous build was killed or interrupted, or another build changed its files.
    case unfinishedBuild
    /// The folder holds the output of a different build: the folder or the manifest was restored
    /// from a backup.
    case otherOutput
  }

  init(_ history: BuildHistory, tool: String, isForced: Bool, output: OutputState) {
    func basis() -> Self {
      if isForced { return .nothing(.forced) }
      if output.isEmpty { return .nothing(.emptyFolder) }
      guard let own = history.own else { return .nothing(.noManifest) }
      if own.tool != tool { return .nothing(.otherProgram) }
      guard own.isComplete, own.sources != nil else { return .nothing(.unfinishedBuild) }
      return history.tells(of: output.build) ? .manifest(own) : .nothing(.otherOutput)
    }
    self = basis()
  }

  var manifest: Manifest? {
    if case .manifest(let manifest) = self { manifest } else { nil }
  }

  /// Returns the number and total size of the site's files if the previous build had the same
  /// inputs and its files are still in place; otherwise nil.
  func unchanged(
    _ build: Fingerprint, shard: Shard?, _ output: OutputState
  ) -> (files: Int, bytes: Int)? {
    guard let manifest, let sources = manifest.sources, manifest.build == build,
      let layout = manifest.layouts.first, manifest.layouts.count == 1, layout.shard == shard,
      manifest.stamps.allSatisfy({ output.stamps[$0.key] == $0.value }),
      sources.files.allSatisfy({ output.sizes[$0.key] == $0.value.size })
    else { return nil }
    return (sources.files.count + layout.pairCount, sources.bytes)
  }
}
