import Content
import System

extension SiteLayout {
  /// Whether a layout read from a manifest is valid: every path lies in the output folder, and
  /// every position belongs to one of the vendors.
  var isSound: Bool {
    files.allSatisfy(\.isRelativePath) && pairs.allSatisfy(\.isSound)
      && shard?.isSound ?? true
  }
}

extension SiteLayout.PairLayout {
  fileprivate var isSound: Bool {
    // A slug contains neither slash nor dot, so checking one pair's path checks them all.
    pattern.count == 3 && slugs.allSatisfy { Slug($0) != nil }
      && (pattern[0] + "a" + pattern[1] + "b" + pattern[2]).isRelativePath
      && Set(slugs).count == slugs.count && areRightsSound
  }

  private var areRightsSound: Bool {
    guard let rights else { return true }
    return rights.count == slugs.count
      && rights.enumerated().allSatisfy { left, row in
        row.allSatisfy { slugs.indices.contains($0) && $0 != left } && Set(row).count == row.count
      }
  }
}
