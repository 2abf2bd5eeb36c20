import CXXHash
import System

/// A 128-bit hash (XXH3) that tells whether bytes changed.
///
/// Two different inputs collide with a probability of about 2⁻¹²⁸. The hash does not protect
/// against inputs made to collide.
package struct Fingerprint: Sendable, Hashable, Codable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(of bytes: [UInt8]) { self.init(of: bytes[...]) }

  package init(of bytes: ArraySlice<UInt8>) {
    // The pointer is valid during the call, which only reads.
    let hash = unsafe bytes.withUnsafeBytes { unsafe XXH3_128bits($0.baseAddress, $0.count) }
    self.init(high: hash.high64, low: hash.low64)
  }

  /// Computes the fingerprint of everything that the body adds.
  package init(_ body: (inout FingerprintInput) -> Void) {
    var input = FingerprintInput()
    body(&input)
    self = input.fingerprint
  }

  /// Returns the first `digits` of 32 hexadecimal digits.
  package func text(digits: Int = 32) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(32)
    for half in [high, low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        text.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)).hexadecimalDigit)
      }
    }
    return String(decoding: text.prefix(digits), as: UTF8.self)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let fingerprint = Fingerprint(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a fingerprint")
    }
    self = fingerprint
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text())
  }

  /// Parses the output of `text()`; returns nil for anything else.
  package init?(text: String) {
    guard text.utf8.count == 32 else { return nil }
    var (high, low) = (UInt64(0), UInt64(0))
    for digit in text.utf8 {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(value)
    }
    self.init(high: high, low: low)
  }
}

/// The bytes from which a fingerprint is computed. Each part starts with its length, so that
/// different lists of parts never give equal bytes.
package struct FingerprintInput {
  private var bytes: [UInt8] = []

  package init() {}

  package var fingerprint: Fingerprint { Fingerprint(of: bytes) }

  package mutating func add(_ part: [UInt8]) {
    add(part.count)
    bytes.append(contentsOf: part)
  }

  package mutating func add(_ part: String) {
    add(part.utf8.count)
    bytes.append(contentsOf: part.utf8)
  }

  /// Adds a small number that identifies the kind of the next part.
  package mutating func add(kind: UInt8) { bytes.append(kind) }

  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  package mutating func add(_ part: Fingerprint) {
    add(part.high)
    add(part.low)
  }

  package mutating func add(_ parts: [some Fingerprinted]) {
    add(parts.count)
    for part in parts { part.add(to: &self) }
  }

  private mutating func add(_ number: UInt64) {
    // The bytes are copied while `number` is alive. Little-endian order is the same on every
    // machine.
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
