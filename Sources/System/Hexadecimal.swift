extension FixedWidthInteger {
  /// Returns hexadecimal digits, padded with zeros to at least `digits`.
  package func hexadecimal(digits: Int, uppercase: Bool = false) -> String {
    let text = String(self, radix: 16, uppercase: uppercase)
    let missing = digits - text.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + text : text
  }
}

extension UInt8 {
  /// The lower-case hexadecimal digit of the lower four bits.
  package var hexadecimalDigit: UInt8 {
    let value = self & 15
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
