import Diagnosing

/// Converts libyaml's marks, which count characters, to byte offsets.
struct CharacterOffsets {
  private static let step = 64

  private let file: SourceFile
  private let range: Range<Int>
  /// The offset of every 64th character; empty for ASCII, where characters are bytes.
  private let offsets: [Int]

  init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    self.range = range
    var offsets: [Int] = []
    if !file.bytes[range].allSatisfy({ $0 < 0x80 }) {
      var count = 0
      for index in range where Self.isFirst(file.bytes[index]) {
        if count % Self.step == 0 { offsets.append(index) }
        count += 1
      }
    }
    self.offsets = offsets
  }

  func offset(of character: Int) -> Int {
    guard !offsets.isEmpty else { return min(range.lowerBound + character, range.upperBound) }
    guard offsets.indices.contains(character / Self.step) else { return range.upperBound }
    var index = offsets[character / Self.step]
    for _ in 0..<character % Self.step {
      index += 1
      while index < range.upperBound, !Self.isFirst(file.bytes[index]) { index += 1 }
    }
    return min(index, range.upperBound)
  }

  /// Returns whether a byte begins a character.
  private static func isFirst(_ byte: UInt8) -> Bool { byte & 0xc0 != 0x80 }
}
