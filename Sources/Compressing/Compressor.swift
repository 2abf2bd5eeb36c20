import CCompression

/// A form of compression that browsers accept.
package enum ContentCoding: String, Sendable, CaseIterable {
  case brotli = "br"
  case zstd
  case gzip

  /// What the names of compressed files end with.
  package var suffix: String { self == .zstd ? ".zst" : self == .gzip ? ".gz" : ".br" }
}

/// Compresses texts by libdeflate, brotli and zstd. Equal bytes always give equal bytes.
///
/// The state of libdeflate belongs to the compressor alone, which frees it at its end.
///
/// Each level is the highest whose gain in size is worth its time: files hardly get smaller beyond
/// it, but take much longer.
@safe package final class Compressor {
  /// What to do where a library is missing.
  package static let remedy =
    "compressing needs libdeflate, brotli and zstd; install them (Debian: libdeflate0, libbrotli1 "
    + "and libzstd1), or build without --precompress"

  /// Addresses of the libraries' functions. They are set once, before any thread reads them, and
  /// stay valid because the libraries are never closed.
  private struct Functions: @unchecked Sendable {
    let table: compression_library
  }

  private static let functions: Functions? = {
    var table = compression_library()
    // The function sets all members or gives 0.
    return unsafe compression_open(&table) == 0 ? nil : Functions(table: table)
  }()

  package static var isAvailable: Bool { functions != nil }

  private static let (gzipLevel, brotliLevel, zstdLevel) = (Int32(9), Int32(9), Int32(12))

  private let functions: Functions
  private let deflate: UnsafeMutableRawPointer

  /// Returns nil where a library is missing.
  package init?() {
    guard let functions = Self.functions,
      let deflate = functions.table.new_deflate(Self.gzipLevel)
    else { return nil }
    self.functions = functions
    unsafe self.deflate = unsafe deflate
  }

  deinit { unsafe functions.table.free_deflate(deflate) }

  /// Returns the compressed bytes; nil where they would not be much fewer.
  package func bytes(_ bytes: [UInt8], _ coding: ContentCoding) -> [UInt8]? {
    let room = bytes.count - bytes.count / 10
    guard room > 0 else { return nil }
    var table = functions.table
    let deflate = unsafe deflate
    // The library writes at most as many bytes as there is room, and says how many.
    let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      guard let out = buffer.baseAddress else { return }
      count =
        switch coding {
        case .gzip:
          unsafe compression_gzip(&table, deflate, bytes, bytes.count, out, room)
        case .brotli:
          unsafe compression_brotli(&table, Self.brotliLevel, bytes, bytes.count, out, room)
        case .zstd: unsafe compression_zstd(&table, Self.zstdLevel, bytes, bytes.count, out, room)
        }
    }
    return output.isEmpty ? nil : output
  }
}
