import Glibc

/// A text of another encoding in UTF-8, by the C library.
///
/// Nil when the encoding is not known, or the bytes are no text in it.
package func decoded(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
  let converter = unsafe iconv_open("UTF-8", encoding)
  // The library returns -1 as a pointer.
  guard Int(bitPattern: converter) != -1 else { return nil }
  defer { unsafe iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  // No encoding has more than four bytes of UTF-8 for one of its own.
  var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
  var (inputLeft, outputLeft) = (input.count, output.count)
  // The library reads and writes as many bytes as it is told that there are, and both arrays stay
  // where they are while it does.
  let count = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      var (from, to) = (input.baseAddress, output.baseAddress)
      return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
    }
  }
  guard count != -1 else { return nil }
  return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
}
