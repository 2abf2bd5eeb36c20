import CXXHash

/// Sixteen hexadecimal digits that change with the bytes (XXH3, 64 bits).
func fingerprint(of bytes: [UInt8]) -> String {
  // The pointer is valid for the call, which only reads.
  let hash = unsafe bytes.withUnsafeBytes { unsafe XXH3_64bits($0.baseAddress, $0.count) }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
