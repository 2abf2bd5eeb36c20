import System

/// A path with placeholders, as in a host's rule files: `/vendors/*`, `/compare/:left/:right`.
struct HostPattern {
  private let parts: [Substring]

  init(_ text: Substring) { parts = text.split(separator: "/", omittingEmptySubsequences: false) }

  /// Returns the values of the placeholders; nil if the path does not match.
  func match(_ path: String) -> [String: String]? {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    var gaps: [String: String] = [:]
    for (index, part) in parts.enumerated() {
      if part == "*" {
        guard index <= segments.count else { return nil }
        gaps["splat"] = segments[index...].joined(separator: "/")
        return gaps
      }
      guard index < segments.count else { return nil }
      if part.hasPrefix(":"), part.count > 1 {
        gaps[String(part.dropFirst())] = String(segments[index])
      } else if part != segments[index] {
        return nil
      }
    }
    return parts.count == segments.count ? gaps : nil
  }
}

/// A block of `_headers`: a path, followed by indented lines with one header each.
struct HeaderRule {
  let pattern: HostPattern
  private(set) var headers: [(name: String, value: String)] = []

  static func rules(in text: String) -> [HeaderRule] {
    var rules: [HeaderRule] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let content = line.trimmed
      if content.isEmpty || content.hasPrefix("#") { continue }
      if !(line.first?.isWhitespace ?? false) {
        rules.append(HeaderRule(pattern: HostPattern(content)))
      } else if let colon = content.firstIndex(of: ":"), !rules.isEmpty {
        let value = content[content.index(after: colon)...].trimmed
        rules[rules.count - 1].headers.append(
          (String(content[..<colon].trimmed), String(value)))
      }
    }
    return rules
  }
}

/// A line of `_redirects`: source, target, and status, which is 301 by default. A `!` after the
/// status gives the rule precedence over a file.
struct RedirectRule {
  private let pattern: HostPattern
  private let to: String
  let status: Int
  let isForced: Bool

  private static let statuses = [200, 301, 302, 303, 307, 308, 404]

  /// Parses the rules. Lines that cannot be parsed are skipped, as hosts do.
  static func rules(in text: String) -> [RedirectRule] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") }
      guard words.count >= 2, words[0].hasPrefix("/") else { return nil }
      let status = words.count > 2 ? words[2] : "301"
      guard let number = Int(status.filter { $0 != "!" }), statuses.contains(number) else {
        return nil
      }
      return RedirectRule(
        pattern: HostPattern(words[0]), to: String(words[1]), status: number,
        isForced: status.hasSuffix("!"))
    }
  }

  /// Returns the target for a path, with placeholders filled; nil if the rule does not match.
  func target(of path: String) -> String? {
    guard let gaps = pattern.match(path) else { return nil }
    // Longer names come first, so that `:left` does not replace a part of `:leftover`.
    return gaps.keys.sorted { $0.count > $1.count }.reduce(to) { text, name in
      text.split(separator: ":" + name, omittingEmptySubsequences: false)
        .joined(separator: gaps[name] ?? "")
    }
  }
}

/// The value of a `Location` header.
enum LocationHeader {
  /// Escapes every character that is not allowed in an address, to prevent header injection.
  static func escaped(_ text: String) -> String {
    let allowed = Array("-._~:/?#[]@!$&'()*+,;=%".utf8)
    var result = ""
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      if isPlain || allowed.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + byte.hexadecimal(digits: 2, uppercase: true)
      }
    }
    return result
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace ?? false { text = text.dropLast() }
    return text
  }
}
