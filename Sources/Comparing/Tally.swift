/// The number of rows that each side leads; `even` counts ties, not rows without data.
package struct Tally: Sendable, Hashable {
  package let left: Int
  package let right: Int
  package let even: Int

  init(left: Int, right: Int, even: Int) {
    self.left = left
    self.right = right
    self.even = even
  }

  init(counting leads: some Sequence<Lead>) {
    var (left, right, even) = (0, 0, 0)
    for lead in leads {
      switch lead {
      case .left: left += 1
      case .right: right += 1
      case .tie: even += 1
      case .notComparable, .none: break
      }
    }
    self.init(left: left, right: right, even: even)
  }
}
