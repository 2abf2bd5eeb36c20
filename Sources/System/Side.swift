/// One of the two that are held against each other: left is the first of the pair as it is shown.
package enum Side: Int, Sendable, Hashable, CaseIterable {
  case left, right

  package var other: Side { self == .left ? .right : .left }

  /// The one of two values that is of this side.
  package func pick<Value>(_ left: Value, _ right: Value) -> Value { self == .left ? left : right }
}
