/// A side of a pair. The left vendor is shown first.
package enum Side: Int, Sendable, Hashable, CaseIterable {
  case left, right

  package var other: Side { self == .left ? .right : .left }

  /// Returns whichever of two values belongs to this side.
  package func pick<Value>(_ left: Value, _ right: Value) -> Value { self == .left ? left : right }
}
