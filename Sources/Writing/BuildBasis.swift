import Hashing

/// How far a build relies on the build before.
enum BuildBasis: Sendable, Equatable {
  /// All files are made.
  case nothing(Reason)
  /// Only what changed since is made.
  case manifest(Manifest)

  /// Why the build before counts for nothing.
  enum Reason: Sendable, Equatable {
    case forced
    /// Nothing stands in the output folder, whatever the manifest says.
    case emptyFolder
    /// No manifest tells of the folder, or none that makes sense.
    case noManifest
    /// Another version of the program may make other pages of the same content.
    case otherProgram
    /// The build before was killed or interrupted, or another build changed its files.
    case unfinishedBuild
    /// The folder holds what another build made: one of the two was restored from a backup.
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

  /// How many files of how many bytes there are, when the build before was made from the same as
  /// this one would be and its files are where it left them; else nil.
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
