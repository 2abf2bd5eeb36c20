import Glibc

/// Converts text from another encoding to UTF-8 with the C library.
///
/// Returns nil when the encoding is unknown, or when the bytes are not valid in it.
package func decoded(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
  let converter = unsafe iconv_open("UTF-8", encoding)
  // The library reports failure as a pointer with the value -1.
  guard Int(bitPattern: converter) != -1 else { return nil }
  defer { unsafe iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  // One byte of any encoding becomes at most four bytes of UTF-8.
  var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
  var (inputLeft, outputLeft) = (input.count, output.count)
  // The library is told the sizes of both arrays, which outlive the call.
  let count = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      var (from, to) = (input.baseAddress, output.baseAddress)
      return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
    }
  }
  guard count != -1 else { return nil }
  return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
}
