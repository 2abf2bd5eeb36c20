import FoundationEssentials
import Hashing

/// What an output folder holds and what it was made from; its size grows with the vendors only.
///
/// Kept in `.versus/` beside the content. It is marked before the first write of a build and
/// completed after the last, so that a build that was killed is repaired by the next.
///
/// A checkout may bring a manifest that no build wrote. So a manifest is read only if it makes
/// sense: it cannot name a path outside the output folder or a number out of range.
struct Manifest: Sendable, Codable, Equatable {
  /// The program that wrote it; another may make other pages of the same content.
  let tool: String
  /// The output folder that it is about.
  let output: String
  /// What the site was made from, as a whole; the output folder says the same.
  let build: Fingerprint
  /// The build that the output folder was of before, as far as this part of the site is concerned.
  let previous: Fingerprint?
  /// False from the first write to the last.
  var isComplete: Bool
  /// Layouts that may be on disk; after an interrupted build, the previous one too.
  var layouts: [SiteLayout]
  /// What the files were made from.
  var sources: SiteSources?
  /// What a folder of pairs looked like when the build ended; by its path.
  var stamps: [String: String]

  /// Nil for bytes that are no manifest of the folder, or make no sense.
  init?(_ bytes: [UInt8], output: String) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)),
      manifest.output == output, manifest.isSound
    else { return nil }
    self = manifest
  }

  init(
    tool: String, output: String, goal: BuildGoal, previous: Fingerprint?, layouts: [SiteLayout]
  ) {
    self.tool = tool
    self.output = output
    build = goal.build
    self.previous = previous
    isComplete = false
    self.layouts = layouts
    sources = nil
    stamps = [:]
  }

  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("strings and lists can always be encoded")
    }
    return Array(data)
  }

  private var isSound: Bool {
    layouts.allSatisfy(\.isSound) && sources?.isSound ?? true
      && stamps.keys.allSatisfy { $0.isEmpty || RelativePath.isSound($0) }
  }
}
