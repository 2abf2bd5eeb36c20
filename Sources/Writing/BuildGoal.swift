import Hashing

/// What the site is made from now, to compare with the previous build.
struct BuildGoal: Sendable, Equatable {
  /// The fingerprint of everything the site is made from: equal fingerprints mean equal sites. The
  /// output folder stores it to identify its build.
  let build: Fingerprint
  let layout: SiteLayout
  /// The fingerprint of each standalone file's sources, by path; empty when there is no previous
  /// build to compare with.
  var files: [String: Fingerprint] = [:]
  /// The fingerprints of each category's comparisons.
  var categories: [SiteSources.PairSources] = []
}

/// The state of the output folder before a build, limited to the files and folders that the
/// previous build's manifest names.
struct OutputState: Sendable, Equatable {
  /// Whether the folder is empty.
  var isEmpty = false
  /// The build that the folder claims to hold.
  var build: Fingerprint?
  /// The stamps of the folders of pairs, by path.
  var stamps: [String: String] = [:]
  /// The sizes of the standalone files, by path; missing files have no entry.
  var sizes: [String: Int] = [:]
}
