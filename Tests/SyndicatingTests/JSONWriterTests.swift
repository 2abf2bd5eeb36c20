import Foundation
import TestSeeds
import Testing

@testable import Syndicating

@Suite struct JSONWriterTests {
  /// Foundation's encoder is the oracle: equal texts give equal bytes.
  @Test(arguments: Seeds.first(4))
  func textsAreEscapedAsFoundationDoes(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for _ in 0..<500 {
      let texts = (0..<3).map { _ in randomText(&random) }
      let ours = JSONWriter.file {
        $0.member("list", texts) { $0.text($1) }
        $0.member("text", texts[0])
      }
      let theirs = try encoder.encode(Pair(list: texts, text: texts[0]))
      #expect(ours == Array(theirs) + [UInt8(ascii: "\n")], "seed \(seed): \(texts)")
    }
  }

  @Test func membersWithoutValueAreLeftOut() {
    let bytes = JSONWriter.file {
      $0.member("none", nil)
      $0.member("bool", false)
      $0.member("empty", [String]()) { $0.text($1) }
      $0.name("numbers")
      $0.list([-3, 0]) { $0.number($1) }
      $0.member("objects", ["a:", "{"]) { json, text in json.object { $0.member("[", text) } }
    }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"bool":false,"empty":[],"numbers":[-3,0],"objects":[{"[":"a:"},{"[":"{"}]}"# + "\n")
  }

  private struct Pair: Encodable {
    let list: [String]
    let text: String
  }

  /// Returns a text of control characters, quotes, slashes, and letters of one to four bytes.
  private func randomText(_ random: inout SplitMix) -> String {
    let special: [UInt32] = [0x22, 0x5C, 0x2F, 0x7F, 0xE9, 0x2028, 0x4E2D, 0x1F600]
    var text = ""
    for _ in 0..<random.below(13) {
      let code =
        random.flip()
        ? UInt32(random.below(0x60)) : random.pick(special)
      text.unicodeScalars.append(Unicode.Scalar(code) ?? " ")
    }
    return text
  }
}
