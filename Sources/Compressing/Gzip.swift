/// Compresses text whose lines resemble each other, without any library.
///
/// Sitemaps are part of what a site publishes, so their bytes must not depend on the machine, as
/// those of libdeflate do on its version. The format is that of RFC 1951 and 1952, with one block
/// of fixed codes: a line that differs from an earlier one in a few characters takes a few bytes.
package struct Gzip {
  private var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  private var pending: UInt64 = 0
  private var pendingCount = 0

  private static let (shortest, longest, window) = (4, 258, 32_768)

  /// Returns the compressed bytes. Equal bytes always give equal bytes.
  package static func bytes(_ input: [UInt8]) -> [UInt8] {
    var gzip = Gzip()
    gzip.compress(input)
    gzip.addNumber(checksum(of: input))
    gzip.addNumber(UInt32(truncatingIfNeeded: input.count))
    return gzip.output
  }

  private mutating func addNumber(_ number: UInt32) {
    for shift in [0, 8, 16, 24] { output.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  // MARK: What repeats

  private mutating func compress(_ input: [UInt8]) {
    // The last block, with fixed codes.
    add(0b011, 3)
    var latest = [Int32](repeating: -1, count: 1 << 15)
    var position = 0
    while position < input.count {
      guard position + Self.shortest <= input.count else {
        addLiteral(input[position])
        position += 1
        continue
      }
      let place = Self.place(input, position)
      let earlier = Int(latest[place])
      latest[place] = Int32(truncatingIfNeeded: position)
      let length =
        earlier >= 0 && position - earlier <= Self.window
        ? Self.commonLength(input, earlier, position) : 0
      if length >= Self.shortest {
        addRepetition(length, distance: position - earlier)
        position += length
      } else {
        addLiteral(input[position])
        position += 1
      }
    }
    addSymbol(256)
    // Up to the next byte.
    add(0, (8 - pendingCount % 8) % 8)
    flush()
  }

  /// A number that is equal for equal bytes at a position.
  private static func place(_ input: [UInt8], _ position: Int) -> Int {
    var bytes: UInt32 = 0
    for offset in 0..<shortest { bytes = bytes << 8 | UInt32(input[position + offset]) }
    return Int((bytes &* 2_654_435_761) >> 17)
  }

  private static func commonLength(_ input: [UInt8], _ earlier: Int, _ position: Int) -> Int {
    let limit = min(longest, input.count - position)
    var length = 0
    while length < limit, input[earlier + length] == input[position + length] { length += 1 }
    return length
  }

  // MARK: Codes

  /// Adds bits, the lowest first.
  private mutating func add(_ bits: Int, _ count: Int) {
    pending |= UInt64(truncatingIfNeeded: bits) << UInt64(pendingCount)
    pendingCount += count
    if pendingCount >= 32 { flush() }
  }

  private mutating func flush() {
    while pendingCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  private mutating func addLiteral(_ byte: UInt8) { addSymbol(Int(byte)) }

  private mutating func addRepetition(_ length: Int, distance: Int) {
    let (symbol, rest, restCount) = Self.code(of: length - 3, step: 4)
    // The longest has a symbol of its own.
    if length == Self.longest {
      addSymbol(285)
    } else {
      addSymbol(257 + symbol)
      add(rest, restCount)
    }
    let far = Self.code(of: distance - 1, step: 2)
    add(Self.reversed(far.symbol, 5), 5)
    add(far.rest, far.restCount)
  }

  /// The symbol of a number, and the bits that it leaves open. Symbols come in groups of `step`,
  /// each of which covers twice as many numbers as the group before.
  private static func code(of number: Int, step: Int) -> (symbol: Int, rest: Int, restCount: Int) {
    if number < 2 * step { return (number, 0, 0) }
    let stepBits = step.trailingZeroBitCount
    let restCount = Int.bitWidth - 1 - number.leadingZeroBitCount - stepBits
    let symbol = step * restCount + number >> restCount
    return (symbol, number & (1 << restCount - 1), restCount)
  }

  /// Adds a symbol by its fixed code, whose bits come in the other order.
  private mutating func addSymbol(_ symbol: Int) {
    switch symbol {
    case ..<144: add(Self.reversed(0x30 + symbol, 8), 8)
    case ..<256: add(Self.reversed(0x190 + symbol - 144, 9), 9)
    case ..<280: add(Self.reversed(symbol - 256, 7), 7)
    default: add(Self.reversed(0xC0 + symbol - 280, 8), 8)
    }
  }

  private static func reversed(_ bits: Int, _ count: Int) -> Int {
    Int(UInt16(truncatingIfNeeded: bits).bitReversed >> UInt16(16 - count))
  }

  // MARK: Checksum

  /// The CRC-32 of the bytes, four of them at a time.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    let tables = tables
    func entry(_ table: Int, _ byte: UInt32) -> UInt32 { tables[table << 8 | Int(byte & 0xFF)] }
    var sum = UInt32.max
    var index = 0
    while index + 4 <= bytes.count {
      for place in 0..<4 { sum ^= UInt32(bytes[index + place]) << UInt32(8 * place) }
      sum = entry(3, sum) ^ entry(2, sum >> 8) ^ entry(1, sum >> 16) ^ entry(0, sum >> 24)
      index += 4
    }
    for byte in bytes[index...] { sum = sum >> 8 ^ entry(0, sum ^ UInt32(byte)) }
    return ~sum
  }

  /// What a byte adds to the checksum, and what it adds with one, two or three bytes behind it.
  private static let tables: [UInt32] = {
    let first = (0..<256).map { (index: Int) -> UInt32 in
      (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    var tables = first
    for _ in 1..<4 {
      tables += tables.suffix(256).map { $0 >> 8 ^ first[Int($0 & 0xFF)] }
    }
    return tables
  }()
}

extension UInt16 {
  fileprivate var bitReversed: UInt16 {
    (0..<16).reduce(0) { $0 | (self >> UInt16($1) & 1) << UInt16(15 - $1) }
  }
}
