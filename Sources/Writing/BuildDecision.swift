import Hashing

/// What a build does, decided before its first write.
///
/// Goes in: how far the build before counts, what the site is made from now, and what stands in the
/// output folder. Comes out: which files are made, which stay, which go, and why. A decision names
/// files and vendors, never single pairs, so that its size grows with the vendors only.
struct BuildDecision: Sendable, Equatable {
  /// Why a file that exists once is made.
  enum Cause: Sendable, Equatable {
    /// Nothing is known of the build before.
    case all
    case new
    /// It is made from something else than before.
    case changed
    /// It is missing, or has another size.
    case damaged
  }

  /// Why all files are made; nil when only some are.
  let reason: BuildBasis.Reason?
  /// The files that exist once and are made, by path.
  let files: [String: Cause]
  /// What is known of the files that stay.
  let kept: [String: SiteSources.FileState]
  /// Which comparisons are made, by category.
  let pairs: [PairStaleness]
  /// Layouts of which all goes that the new one has not.
  let outdated: [SiteLayout]
  /// The layout is the one of the build before, and nothing has to be made.
  let isNothing: Bool

  /// - Parameters:
  ///   - files: the paths of the files that exist once.
  ///   - layouts: those of which something may be in the folder.
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

  /// Nil for a file that stays.
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
  /// What changed in a category since a build.
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
    // What an editor listed, or somebody took away, is not told by the vendors.
    let stamp = manifest.stamps[layout.folder]
    let isSamePlace =
      stamp != nil && stamp == output.stamps[layout.folder] && before.rights == layout.rights
      && before.pattern == layout.pattern && before.isRightFirst == layout.isRightFirst
    self.init(layout.slugs, sources, since: known, mustRecheckDisk: !isSamePlace)
  }
}
