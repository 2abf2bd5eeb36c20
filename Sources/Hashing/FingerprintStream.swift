import CXXHash

/// Computes the fingerprint of bytes that arrive in pieces. The result equals the fingerprint of
/// all bytes together.
///
/// Memory is safe because this object creates the state, owns it, and frees it at the end.
@safe package final class FingerprintStream {
  private let state: OpaquePointer

  package init() {
    guard let state = unsafe XXH3_createState() else { preconditionFailure("out of memory") }
    unsafe XXH3_128bits_reset(state)
    unsafe self.state = state
  }

  deinit { unsafe XXH3_freeState(state) }

  package func update(_ bytes: [UInt8]) {
    // The pointer is valid during the call, which only reads.
    _ = unsafe bytes.withUnsafeBytes {
      unsafe XXH3_128bits_update(state, $0.baseAddress, $0.count)
    }
  }

  package var fingerprint: Fingerprint {
    let hash = unsafe XXH3_128bits_digest(state)
    return Fingerprint(high: hash.high64, low: hash.low64)
  }
}
