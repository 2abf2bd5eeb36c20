import Hashing

/// What a build will do, decided before its first write.
///
/// Input: what can be reused of the previous build, what the site is made from now, and what is in
/// the output folder. Output: which files to render, which to keep, which to remove, and why. A
/// decision names files and vendors, never single pairs, so its size grows with the number of
/// vendors, not of pairs.
struct BuildDecision: Sendable, Equatable {
  /// Why a standalone file is rendered.
  enum Cause: Sendable, Equatable {
    /// Nothing can be reused of the previous build.
    case all
    case new
    /// The file's sources changed.
    case changed
    /// The file is missing, or its size differs.
    case damaged
  }

  /// Why every file is rendered; nil when only stale files are.
  let reason: BuildBasis.Reason?
  /// The standalone files to render, by path.
  let files: [String: Cause]
  /// The recorded states of the files that are kept.
  let kept: [String: SiteSources.FileState]
  /// The comparisons to render, by category.
  let pairs: [PairStaleness]
  /// Layouts whose files are removed unless the new layout has them too.
  let outdated: [SiteLayout]
  /// Whether the layout is that of the previous build and no file has to be rendered.
  let isNothing: Bool

  /// - Parameters:
  ///   - paths: the paths of the standalone files.
  ///   - layouts: the layouts that may have files in the folder.
  init(
    _ basis: BuildBasis, _ goal: BuildGoal, files paths: [String], layouts: [SiteLayout],
    output: OutputState
  ) {
    let manifest = basis.manifest
    if case .nothing(let reason) = basis { self.reason = reason } else { reason = nil }
    var files: [String: Cause] = [:]
    var kept: [String: SiteSources.FileState] = [:]
    for path in paths {
      let known = manifest?.sources?.files[path]
      let cause = Self.cause(
        known, isKnown: manifest != nil, goal.files[path], size: output.sizes[path])
      if let cause { files[path] = cause } else { kept[path] = known }
    }
    self.files = files
    self.kept = kept
    pairs = zip(goal.layout.pairs, goal.categories).map { layout, sources in
      PairStaleness(layout, sources, since: manifest, output)
    }
    outdated = layouts.filter { $0 != goal.layout }
    isNothing =
      manifest?.layouts == [goal.layout] && files.isEmpty && pairs.allSatisfy(\.isNothing)
  }

  /// Returns why a file has to be rendered, or nil if it can be kept.
  private static func cause(
    _ known: SiteSources.FileState?, isKnown: Bool, _ fingerprint: Fingerprint?, size: Int?
  ) -> Cause? {
    guard isKnown else { return .all }
    guard let known else { return .new }
    if known.fingerprint != fingerprint { return .changed }
    return known.size == size ? nil : .damaged
  }
}

extension PairStaleness {
  /// Creates the staleness of a category's comparisons since the build that a manifest describes.
  fileprivate init(
    _ layout: SiteLayout.PairLayout, _ sources: SiteSources.PairSources, since manifest: Manifest?,
    _ output: OutputState
  ) {
    guard let manifest, let known = manifest.sources?.categories[layout.category],
      let before = manifest.layouts.first?.pairs.first(where: { $0.category == layout.category })
    else {
      self = .everything
      return
    }
    // The vendors' fingerprints do not show that the list of pairs changed or that a page was
    // deleted.
    let stamp = manifest.stamps[layout.folder]
    let isSamePlace =
      stamp != nil && stamp == output.stamps[layout.folder] && before.rights == layout.rights
      && before.pattern == layout.pattern && before.isRightFirst == layout.isRightFirst
    self.init(layout.slugs, sources, since: known, mustRecheckDisk: !isSamePlace)
  }
}
