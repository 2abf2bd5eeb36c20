/// The name of an element, in lower case. It fits into two words, so that comparing and passing it
/// on costs next to nothing; of a longer name the first 16 bytes count.
struct TagName: Hashable, ExpressibleByStringLiteral {
  private var words: (UInt64, UInt64) = (0, 0)

  init(_ name: some Sequence<UInt8>) {
    var place: UInt64 = 0
    for byte in name {
      let isUpper = (0x41...0x5a).contains(byte)
      let bits = UInt64(isUpper ? byte | 0x20 : byte) &<< (8 * place)
      if place < 8 { words.0 |= bits } else { words.1 |= bits }
      place += 1
      if place == 16 { return }
    }
  }

  init(stringLiteral name: String) { self.init(name.utf8) }

  static func == (left: TagName, right: TagName) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
