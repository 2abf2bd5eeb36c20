import Content

/// A file in the output folder that differs from what a build would produce.
package struct OutputDifference: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The file exists with different contents.
    case differs
    case missing
    /// An earlier build wrote the file, and a new build would remove it.
    case outdated
  }

  /// The path, relative to the output folder.
  package let path: String
  package let kind: Kind
}
