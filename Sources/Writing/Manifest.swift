import FoundationEssentials
import Hashing
import System

/// The contents of an output folder and the fingerprints of their sources. The size grows with the
/// number of vendors, not of pairs.
///
/// Kept in `.versus/` beside the content. A build marks it incomplete before its first write and
/// complete after its last, so that the next build repairs a killed one.
///
/// A checkout may bring a manifest that no build wrote. A manifest is therefore read only if it is
/// valid: it cannot name a path outside the output folder or a number out of range.
struct Manifest: Sendable, Codable, Equatable {
  /// The program that wrote the manifest; another version may render the same content differently.
  let tool: String
  /// The path of the output folder.
  let output: String
  /// The fingerprint of everything the site was made from; the output folder stores it too.
  let build: Fingerprint
  /// The build that this part of the output folder held before.
  let previous: Fingerprint?
  /// Whether the build finished: false from its first write to its last.
  var isComplete: Bool
  /// Layouts that may be on disk; after an interrupted build, the previous one too.
  var layouts: [SiteLayout]
  /// The fingerprints of what the files were made from.
  var sources: SiteSources?
  /// The stamps of the folders of pairs when the build ended, by path.
  var stamps: [String: String]

  /// Decodes a manifest; nil if the bytes are not a valid manifest of this output folder.
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
      && stamps.keys.allSatisfy { $0.isEmpty || $0.isRelativePath }
  }
}
