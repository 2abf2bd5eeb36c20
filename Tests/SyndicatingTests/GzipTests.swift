import Compressing
import TestSeeds
import TestSites
import Testing

/// What is compressed without a library is what the program gzip reads.
struct GzipTests {
  /// Bytes of few kinds repeat at all lengths and distances; those of all kinds hardly ever.
  @Test(arguments: [0, 1, 3, 4, 5, 257, 258, 259, 1000, 32_767, 32_768, 32_769, 200_000])
  func everyByteComesBack(count: Int) throws {
    var random = SplitMix(seed: Seeds.one(UInt64(count)))
    for kinds in [1, 2, 5, 256] {
      let bytes = (0..<count).map { _ in UInt8(random.below(kinds)) }
      let packed = Gzip.bytes(bytes)
      #expect(try gunzipped(packed) == bytes, "\(count) bytes of \(kinds) kinds")
      #expect(packed == Gzip.bytes(bytes))
    }
  }

  /// A part of a sitemap takes a fifteenth of its text.
  @Test func linesOfASitemapGetSmall() throws {
    let lines = (0..<20_000).map { number in
      let (left, right) = (number / 200, number % 200)
      return "<url><loc>https://example.org/compare/vendor-\(left)-vs-vendor-\(right)/</loc>"
        + "<lastmod>2026-04-0\(right % 9 + 1)</lastmod></url>\n"
    }
    let text = Array(lines.joined().utf8)
    let packed = Gzip.bytes(text)
    #expect(try gunzipped(packed) == text)
    #expect(packed.count * 15 < text.count, "\(text.count) to \(packed.count)")
  }
}
