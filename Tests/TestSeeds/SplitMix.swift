/// The random numbers of every test: the same seed gives the same numbers.
///
/// The generator is SplitMix64 by Steele, Lea and Flood.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Returns a number from 0 up to, but not including, the bound.
  package mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  package mutating func flip() -> Bool { Bool.random(using: &self) }

  /// Returns an element of a non-empty list.
  package mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
