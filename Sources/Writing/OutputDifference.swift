import Content

/// A file of the output folder that is not what a build would leave there.
package struct OutputDifference: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The file is there and holds something else.
    case differs
    case missing
    /// An earlier build wrote it, and a build would remove it.
    case outdated
  }

  /// Below the output folder.
  package let path: String
  package let kind: Kind
}
