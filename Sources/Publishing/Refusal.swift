/// Why nothing was sent, although the machine would have done it.
package struct Refusal: Error, CustomStringConvertible {
  package enum Kind: Sendable {
    /// The command names something that is not there, or that must not be written to.
    case usage
    /// A limit of the user's does not hold.
    case check
  }

  package let kind: Kind
  package let description: String

  static func tooManyDeletes(_ count: Int, allowed: Int) -> Refusal {
    Refusal(
      kind: .check,
      description: "\(count) files would be deleted, and --max-deletes allows \(allowed); "
        + "nothing was sent. Raise --max-deletes if they should go")
  }
}
