/// What has to be sent so that a target holds a site.
package struct Transfer: Sendable {
  /// The files that are new or differ, in the order in which they are sent.
  package let sent: [SentFile]
  /// The paths that the target has and the site has not.
  package let deleted: [String]
  package let unchanged: Int

  package init(from old: SentFiles, to new: SentFiles) {
    let changed = new.paths.compactMap { new[$0] }.filter { old[$0.path] != $0 }
    sent = Stage.allCases.flatMap { stage in changed.filter { Stage($0.path) == stage } }
    deleted = old.paths.filter { new[$0] == nil }
    unchanged = new.files.count - changed.count
  }

  package var bytes: Int { sent.reduce(0) { $0 + $1.size } }
  package var isNothing: Bool { sent.isEmpty && deleted.isEmpty }

  package func sent(in stage: Stage) -> [SentFile] { sent.filter { Stage($0.path) == stage } }

  /// What pages load goes first, and what leads to pages last, so that a reader who comes during a
  /// transfer finds what a page names.
  package enum Stage: Sendable, CaseIterable {
    case assets, pages, indexes

    package init(_ path: String) {
      // It names the other files of the index.
      if path == "pagefind/pagefind-entry.json" {
        self = .indexes
      } else if path.hasPrefix("assets/") || path.hasPrefix("pagefind/") {
        self = .assets
      } else if ["sitemap", "feed.", "robots.txt", "api/", "index.html"].contains(
        where: path.hasPrefix)
      {
        self = .indexes
      } else {
        self = .pages
      }
    }
  }
}
