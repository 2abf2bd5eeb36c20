import Testing

@testable import Hashing

struct FingerprintTests {
  /// The digests of the empty input and of `abc` by the XXH3 reference implementation.
  @Test func bytesHaveThePublishedHash() {
    #expect(Fingerprint(of: [UInt8]()).text() == "99aa06d3014798d86001c324468d497f")
    #expect(Fingerprint(of: Array("abc".utf8)).text() == "06b05ab6733a618578af5f94892f3950")
    let digits = Array("0123456789".utf8)
    #expect(Fingerprint(of: digits[3..<6]) == Fingerprint(of: Array("345".utf8)))
  }

  /// Pieces of any size give the fingerprint of the whole, around the block sizes of XXH3 as well.
  @Test(arguments: [1, 7, 63, 64, 65, 256, 1000]) func streamsAddUp(size: Int) {
    let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let stream = FingerprintStream()
    for start in stride(from: 0, to: bytes.count, by: size) {
      stream.update(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(stream.fingerprint == Fingerprint(of: bytes))
  }

  /// Lists of parts that are easily confused; each has a distinct fingerprint.
  private static let inputs: [@Sendable (inout FingerprintInput) -> Void] = [
    { _ in },
    { $0.add("") },
    { $0.add("ab") },
    {
      $0.add("a"); $0.add("b")
    },
    {
      $0.add("b"); $0.add("a")
    },
    {
      $0.add("ab"); $0.add("")
    },
    {
      $0.add(""); $0.add("ab")
    },
    { $0.add("a\u{0}b") },
    { $0.add(1) },
    { $0.add(-1) },
    { $0.add(256) },
    {
      $0.add(1); $0.add(2)
    },
    {
      $0.add(2); $0.add(1)
    },
    { $0.add(kind: 1) },
    {
      $0.add(kind: 1); $0.add(kind: 2)
    },
    {
      $0.add(kind: 2); $0.add(kind: 1)
    },
    { $0.add(Fingerprint(high: 3, low: 4)) },
    { $0.add(Fingerprint(high: 4, low: 3)) },
  ]

  /// The fingerprint depends on the order of the parts and on the boundaries between texts.
  @Test func orderAndBoundariesCount() {
    let fingerprints = Self.inputs.map { Fingerprint($0) }
    for (index, fingerprint) in fingerprints.enumerated() {
      #expect(fingerprints.firstIndex(of: fingerprint) == index, "input \(index)")
      #expect(Fingerprint(Self.inputs[index]) == fingerprint)
    }
  }

  /// The fingerprint of a text depends only on its bytes, however the text was assembled.
  @Test func equalTextsAreEqual() {
    let parts = Fingerprint { $0.add("a" + String(repeating: "b", count: 40)) }
    #expect(parts == Fingerprint { $0.add("a" + String(repeating: "b", count: 40)) })
    #expect(parts == Fingerprint { $0.add(Array(("a" + String(repeating: "b", count: 40)).utf8)) })
    // One letter in two normalization forms is two different texts in a file.
    #expect(Fingerprint { $0.add("\u{e9}") } != Fingerprint { $0.add("e\u{301}") })
  }

  @Test(arguments: [
    Fingerprint(high: 0, low: 0), Fingerprint(high: 0x0123_4567_89ab_cdef, low: 1),
    Fingerprint(high: .max, low: 0xfedc_ba98_7654_3210),
  ])
  func textIsReadBack(fingerprint: Fingerprint) {
    #expect(fingerprint.text().utf8.count == 32)
    #expect(Fingerprint(text: fingerprint.text()) == fingerprint)
    #expect(fingerprint.text(digits: 12) == String(fingerprint.text().prefix(12)))
  }

  @Test(arguments: [
    "", "0", String(repeating: "0", count: 31), String(repeating: "0", count: 33),
    String(repeating: "0", count: 31) + "g", String(repeating: "0", count: 31) + "A",
    " " + String(repeating: "0", count: 31), String(repeating: "0", count: 30) + "é",
  ])
  func otherTextIsNone(text: String) { #expect(Fingerprint(text: text) == nil) }
}
