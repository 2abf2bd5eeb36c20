import Foundation
import Testing

/// `docs/requirements.md` registers every requirement that code, tests and documents cite.
struct RequirementTests {
  private static let register = "docs/requirements.md"

  /// The ids in a text, such as S-07.
  private func ids(in text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    let kinds = Array("STXY".utf8)
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] &- 48 < 10 }
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return isDigit(index) || (bytes[index] | 32) &- 97 < 26
    }
    let starts = bytes.indices.filter { index in
      kinds.contains(bytes[index]) && !isWord(index - 1)
        && bytes.dropFirst(index + 1).first == UInt8(ascii: "-")
        && isDigit(index + 2) && isDigit(index + 3) && !isWord(index + 4)
    }
    return Set(starts.map { String(decoding: bytes[$0...($0 + 3)], as: UTF8.self) })
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
    for file in files where file != Self.register {
      let unknown = ids(in: try Project.read(file)).subtracting(known)
      #expect(unknown.isEmpty, "\(file) cites \(unknown.sorted())")
    }
  }
}
