/// An event in the kernel's format: four 32-bit numbers, then a name padded with NULs.
struct InotifyEvent {
  let watch: Int32
  private let mask: UInt32
  let name: String

  /// Removes the first event from the bytes; nil if there is none.
  init?(_ bytes: inout ArraySlice<UInt8>) {
    guard bytes.count >= 16 else { return nil }
    var numbers: [UInt32] = []
    for start in stride(from: bytes.startIndex, to: bytes.startIndex + 16, by: 4) {
      let parts = bytes[start..<start + 4]
      numbers.append(parts.reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }
    let length = Int(numbers[3])
    guard bytes.count >= 16 + length else { return nil }
    watch = Int32(bitPattern: numbers[0])
    mask = numbers[1]
    let text = bytes.dropFirst(16).prefix(length).prefix { $0 != 0 }
    name = String(decoding: text, as: UTF8.self)
    bytes = bytes.dropFirst(16 + length)
  }

  func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
}
