/// A frozen week: the hashes of what its site was made from and of what came out.
package struct Snapshot: Sendable, Equatable {
  /// The SHA-256 of a file, or of the lines that `sha256sum` prints for the files that a path with
  /// a `*` stands for.
  package struct Entry: Sendable, Hashable, Comparable {
    package let path: String
    package let hash: String

    package init(path: String, hash: String) {
      self.path = path
      self.hash = hash
    }

    package static func < (left: Entry, right: Entry) -> Bool {
      left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
  }

  package let week: Week
  /// Of the program that froze it.
  package let version: String
  /// The hash of the theme, the site's own templates included.
  package let theme: String
  /// Content files, by path relative to the source folder.
  package let inputs: [Entry]
  /// How each category compared, by its slug; empty in a week that was frozen without.
  package let rubrics: [String: Rubric]
  /// Files of the site, by path relative to the output folder.
  package let pages: [Entry]

  package init(
    week: Week, version: String, theme: String, inputs: [Entry], rubrics: [String: Rubric],
    pages: [Entry]
  ) {
    self.week = week
    self.version = version
    self.theme = theme
    self.inputs = inputs
    self.rubrics = rubrics
    self.pages = pages
  }

  /// The file of a week, relative to the source folder.
  package static func path(of week: Week) -> String { "content/snapshots/\(week.text).yaml" }
}
