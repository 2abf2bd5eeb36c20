import Foundation
import Testing

/// The TextMate grammar for templates. Editors use Oniguruma, whose syntax for what stands in it is
/// also that of ICU.
struct GrammarTests {
  private static func grammar() throws -> [String: Any] {
    let text = try Project.read("docs/editors/versus.tmLanguage.json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// All values of a key, at any depth.
  private static func values(of keys: Set<String>, in value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap { values(of: keys, in: $0) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.flatMap { key, value in
      (keys.contains(key) ? [value as? String].compactMap(\.self) : [])
        + values(of: keys, in: value)
    }
  }

  @Test func everyPatternCompiles() throws {
    let patterns = Self.values(of: ["match", "begin", "end"], in: try Self.grammar())
    #expect(patterns.count > 20)
    for pattern in patterns {
      #expect(throws: Never.self, "\(pattern)") { try NSRegularExpression(pattern: pattern) }
    }
  }

  @Test func everyIncludeIsThere() throws {
    let grammar = try Self.grammar()
    let repository = try #require(grammar["repository"] as? [String: Any])
    for name in Self.values(of: ["include"], in: grammar) where name.hasPrefix("#") {
      #expect(repository[String(name.dropFirst())] != nil, "\(name)")
    }
  }

  /// - Parameter key: a part of the repository.
  private func matches(_ key: String, _ text: String) throws -> [String] {
    let repository = try #require(try Self.grammar()["repository"] as? [String: Any])
    let part = try #require(repository[key])
    return Self.values(of: ["match", "begin"], in: part).filter { pattern in
      let found = (try? NSRegularExpression(pattern: pattern))?.firstMatch(
        in: text, range: NSRange(text.startIndex..., in: text))
      return found?.range.location == 0
    }
  }

  @Test(arguments: [
    "if x", "else", "end", "for x in y", "let x", "default x", "include \"a\"", "extends \"b\"",
    "block main", "raw: x",
  ])
  func everyTagIsColored(tag: String) throws {
    #expect(try matches("statement", tag).count == 1)
  }

  @Test func tagsAndEscapesAreToldApart() throws {
    #expect(try matches("tag", #"\(left.name)"#).count == 1)
    #expect(try matches("comment", #"\(// note)"#).count >= 1)
    #expect(try matches("escape", #"\\(x)"#).count == 1)
    #expect(try matches("tag", #"\\(x)"#).isEmpty)
    #expect(try matches("string", #""a \(b) c""#).count >= 1)
  }
}
