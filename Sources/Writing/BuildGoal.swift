import Hashing

/// What a site is made from now: what a build compares with the build before.
struct BuildGoal: Sendable, Equatable {
  /// What the whole site is made from: equal ones make equal sites. The output folder says by it
  /// which build it is of.
  let build: Fingerprint
  let layout: SiteLayout
  /// What each file that exists once is made from, by path; empty when nothing is compared.
  var files: [String: Fingerprint] = [:]
  /// What the comparisons of each category are made from.
  var categories: [SiteSources.PairSources] = []
}

/// What stands in the output folder before a build, as far as the build before tells what to look
/// at.
struct OutputState: Sendable, Equatable {
  /// Nothing stands there.
  var isEmpty = false
  /// Which build the folder says that it is of.
  var build: Fingerprint?
  /// What a folder of pairs looks like, by its path.
  var stamps: [String: String] = [:]
  /// How large the files that exist once are, by path; without those that are not there.
  var sizes: [String: Int] = [:]
}
