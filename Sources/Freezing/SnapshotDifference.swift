package import Content

/// The differences between a frozen week and the same week rendered again.
package struct SnapshotDifference: Sendable {
  package enum Change: String, Sendable { case changed, missing, new }

  package struct Entry: Sendable {
    package let path: String
    package let change: Change
  }

  /// The version that froze the week, if it differs from this one.
  package let version: String?
  package let isThemeChanged: Bool
  /// The inputs that differ and that no correction explains, sorted by path.
  package let inputs: [Entry]
  /// The pages that differ for another reason than corrected inputs, sorted by path.
  package let pages: [Entry]
  /// The inputs that differ as corrections say.
  package let correctedInputs: [Entry]
  /// The pages that differ because of these.
  package let correctedPages: [Entry]

  /// - Parameter corrections: the corrections made since; nil if they explain nothing.
  package init(
    from frozen: Snapshot, to now: Snapshot, explainedBy corrections: LaterCorrections? = nil
  ) {
    version = frozen.version == now.version ? nil : frozen.version
    isThemeChanged = frozen.theme != now.theme
    let changed = Self.differences(frozen.inputs, now.inputs)
    let isCorrected = changed.map { corrections?.explain($0.path) ?? false }
    correctedInputs = zip(changed, isCorrected).filter(\.1).map(\.0)
    inputs = zip(changed, isCorrected).filter { !$0.1 }.map(\.0)
    // A page follows from the inputs, the theme and the program. If only corrected inputs differ,
    // they are the reason why pages do.
    let isReason =
      !correctedInputs.isEmpty && inputs.isEmpty && !isThemeChanged && version == nil
    let different = Self.differences(frozen.pages, now.pages)
    pages = isReason ? [] : different
    correctedPages = isReason ? different : []
  }

  /// Whether the week can be regenerated exactly, but for what corrections say. The version may
  /// differ if the bytes are equal.
  package var isEmpty: Bool { !isThemeChanged && inputs.isEmpty && pages.isEmpty }

  static func differences(_ old: [Snapshot.Entry], _ new: [Snapshot.Entry]) -> [Entry] {
    let hashes = { (entries: [Snapshot.Entry]) in
      Dictionary(entries.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (hashes(old), hashes(new))
    let changed = old.compactMap { entry -> Entry? in
      guard let hash = after[entry.path] else { return Entry(path: entry.path, change: .missing) }
      return hash == entry.hash ? nil : Entry(path: entry.path, change: .changed)
    }
    let added = new.filter { before[$0.path] == nil }.map { Entry(path: $0.path, change: .new) }
    return (changed + added).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
