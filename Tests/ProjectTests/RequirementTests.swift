import Foundation
import Testing

/// `docs/requirements.md` registers every requirement that code, tests and documents cite.
struct RequirementTests {
  private static let register = "docs/requirements.md"

  /// Returns the ids in a text, such as S-07.
  private func ids(in text: String) -> Set<String> {
    // Bytes, because strings and regular expressions take minutes for all files in a debug build.
    let bytes = Array("  \(text)   ".utf8)
    var found: Set<String> = []
    var index = 2
    while index < bytes.count - 3 {
      if bytes[index] == 0x2d, isDigit(bytes[index + 1]), isDigit(bytes[index + 2]),
        !isWord(bytes[index + 3]), !isWord(bytes[index - 2]),
        Self.kinds.contains(bytes[index - 1])
      {
        found.insert(String(decoding: bytes[(index - 1)...(index + 2)], as: UTF8.self))
      }
      index += 1
    }
    return found
  }

  private static let kinds = Array("STXY".utf8)

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a)
  }

  private func registered() throws -> [String] {
    try Project.read(Self.register).split(separator: "\n").compactMap { line in
      let id = line.dropFirst(2).prefix(4)
      return line.hasPrefix("| ") && !ids(in: String(id)).isEmpty ? String(id) : nil
    }
  }

  @Test func eachIsRegisteredOnce() throws {
    let all = try registered()
    #expect(all.count > 50 && Set(all).count == all.count)
  }

  @Test func everyCitedIdIsRegistered() throws {
    let known = Set(try registered())
    let folders = ["Sources", "Tests", "templates", "Benchmarks", "Scripts"]
    let files = try folders.flatMap(Project.files) + Project.documents()
    for file in files where file != Self.register && !file.hasPrefix("Tests/Sites/") {
      let unknown = ids(in: try Project.read(file)).subtracting(known)
      #expect(unknown.isEmpty, "\(file) cites \(unknown.sorted())")
    }
  }
}
