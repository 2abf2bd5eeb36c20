/// A frozen week: the hashes of all inputs of its site, and of the result.
package struct Snapshot: Sendable, Equatable {
  /// A path with its SHA-256. A path with a `*` stands for several files, and its hash is that of
  /// the lines that `sha256sum` prints for these files.
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
  /// The SHA-256 of each correction that was in the log when the week was frozen. It explains no
  /// later edit.
  package let corrections: [String]
  /// The version of the program that froze the week.
  package let version: String
  /// The hash of the theme, including the site's own templates.
  package let theme: String
  /// Content files, with paths relative to the source folder.
  package let inputs: [Entry]
  /// The rubric of each category, by slug; empty in snapshots made before rubrics were kept.
  package let rubrics: [String: Rubric]
  /// Files of the site, with paths relative to the output folder.
  package let pages: [Entry]

  package init(
    week: Week, version: String, theme: String, inputs: [Entry], rubrics: [String: Rubric],
    pages: [Entry], corrections: [String] = []
  ) {
    self.week = week
    self.version = version
    self.theme = theme
    self.inputs = inputs
    self.rubrics = rubrics
    self.pages = pages
    self.corrections = corrections
  }

  /// Returns the path of a week's snapshot file, relative to the source folder.
  package static func path(of week: Week) -> String { "content/snapshots/\(week.text).yaml" }
}
