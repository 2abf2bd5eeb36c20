import Content
import Diagnosing
import Markup
import System

/// Reads the patterns of addresses.
struct PathReader {
  static func read(
    _ node: YAMLNode, _ key: String, names: [String], into log: inout Diagnostics
  ) -> PathPattern? {
    guard let text = node.string(key, into: &log) else { return nil }
    // Of a comparison, the address may be that of a file, so that no folder is made for each.
    let mayBeFile = names.count == 2
    guard let pattern = PathPattern(text), isSafe(pattern, mayBeFile: mayBeFile) else {
      let end = mayBeFile ? "" : " to '/'"
      log.report(
        .invalidURL(
          key, text, expected: "a path from '/'\(end) of letters, digits, '-', '_' and '.'",
          suggestion: withGaps(text, names, mayBeFile: mayBeFile), at: node.span))
      return nil
    }
    guard !canBeReserved(pattern) else {
      log.report(
        .invalidURL(
          key, text,
          expected: "a path outside '/\(PathPattern.reservedFolder)/', which the preview keeps",
          at: node.span))
      return nil
    }
    let unknown = pattern.placeholders.filter { !names.contains($0) }
    for name in unknown {
      log.report(.danglingReference("value", name, among: names, at: node.span))
    }
    // A misspelt name is one mistake, so the correct name is not reported as missing too.
    if !unknown.isEmpty { return nil }
    for name in names where pattern.placeholders.count(where: { $0 == name }) != 1 {
      log.report(
        .invalidURL(key, text, expected: #"a path that names \(\#(name)) once"#, at: node.span))
      return nil
    }
    if names.count == 2, !isUnambiguous(pattern) {
      log.report(
        .invalidURL(
          key, text,
          expected: "a path with '-vs-' or '/' between its vendors, so that no two pairs share it",
          at: node.span))
    }
    return pattern
  }

  /// Returns a path that marks its gaps as other programs do, with the marks of versus; nil if it
  /// is wrong in another way.
  private static func withGaps(
    _ text: String, _ names: [String], mayBeFile: Bool
  ) -> String? {
    var meant = text
    for name in names {
      for mark in ["{\(name)}", "<\(name)>", "[\(name)]", "${\(name)}", ":\(name)", "$\(name)"] {
        meant = meant.replacingAll(mark, with: "\\(\(name))")
      }
    }
    guard meant != text, let pattern = PathPattern(meant), isSafe(pattern, mayBeFile: mayBeFile)
    else { return nil }
    return meant
  }

  /// Returns whether no part of a path can lead out of the site or need an escape.
  private static func isSafe(_ pattern: PathPattern, mayBeFile: Bool) -> Bool {
    let literals = pattern.parts.map { if case .literal(let text) = $0 { text } else { "x" } }
      .joined()
    let allowed = literals.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
        || "-_./".utf8.contains(byte)
    }
    let isFile = mayBeFile && !literals.hasSuffix("/")
    let parts = literals.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      .dropLast(isFile ? 0 : 1)
    return allowed && literals.hasPrefix("/") && (isFile || literals.hasSuffix("/"))
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
  }

  /// Returns whether a path begins with the reserved folder for some vendor, as `/_\(left)/` does
  /// for `versus`.
  private static func canBeReserved(_ pattern: PathPattern) -> Bool {
    let marks = pattern.path(Dictionary(pattern.placeholders.map { ($0, "*") }) { $1 })
    let folder = marks.dropFirst().prefix { $0 != "/" }
    let parts = folder.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return folder == PathPattern.reservedFolder
    }
    // A slug has no underscore, so a folder that begins with a placeholder cannot be the reserved
    // one.
    return first.hasPrefix("_") && PathPattern.reservedFolder.hasPrefix(first)
      && PathPattern.reservedFolder.hasSuffix(last)
  }

  private static func isUnambiguous(_ pattern: PathPattern) -> Bool {
    let gaps = pattern.parts.indices.filter {
      if case .placeholder = pattern.parts[$0] { true } else { false }
    }
    guard let first = gaps.first, let last = gaps.last, last == first + 2,
      case .literal(let between) = pattern.parts[first + 1]
    else { return false }
    return between.contains("/") || SlugPair.isSeparated(between)
  }
}
