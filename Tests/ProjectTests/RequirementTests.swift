import Foundation
import Testing

/// `docs/requirements.md` registers every requirement that code, tests and documents cite.
struct RequirementTests {
  private static let register = "docs/requirements.md"

  /// The ids in a text, such as S-07.
  ///
  /// A loop over bytes, because a regular expression takes a minute for all files in a debug build.
  private func ids(in text: String) -> Set<String> {
    let bytes = [UInt8](" \(text) ".utf8)
    var found: Set<String> = []
    for hyphen in bytes.indices where bytes[hyphen] == UInt8(ascii: "-") {
      let around = bytes[max(hyphen - 2, 0)..<min(hyphen + 4, bytes.count)]
      let id = String(decoding: around.dropFirst().dropLast(), as: UTF8.self)
      guard "STXY".contains(id.prefix(1)), id.wholeMatch(of: /[STXY]-[0-9]{2}/) != nil,
        around.first.map(isWord) == false, around.last.map(isWord) == false
      else { continue }
      found.insert(id)
    }
    return found
  }

  private func isWord(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
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
