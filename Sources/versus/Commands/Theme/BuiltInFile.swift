import Presenting
import Rendering
import Templating

/// A file of the built-in theme, with what its first comment says about it.
struct BuiltInFile {
  /// Names that a file knows, and what they stand for.
  struct Value: Encodable {
    let name: String
    let meaning: String
  }

  /// The path below `templates/`.
  let path: String
  let bytes: [UInt8]

  /// All files, in byte order.
  static let all = (EmbeddedFiles.folders["templates"] ?? []).map {
    BuiltInFile(path: $0.path, bytes: $0.bytes)
  }

  /// Returns a file by its path, which may begin with `templates/`.
  static func named(_ name: String) throws(UsageError) -> BuiltInFile {
    let folder = "templates/"
    let path = name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : name
    if let file = all.first(where: { $0.path == path }) { return file }
    throw UsageError(
      "there is no built-in file '\(name)'; 'versus theme list' names them all", near: path,
      among: all.map(\.path))
  }

  /// The text; nil for a picture.
  var text: String? { String(validating: bytes, as: UTF8.self) }

  /// What the file shows, in one sentence.
  var purpose: String {
    guard let first = comment.first else {
      return path.hasSuffix(".png") ? "The picture of shared pages." : "A part of the theme."
    }
    let prose = ([first] + comment.dropFirst().prefix { [Value](declaration: $0).isEmpty })
      .joined(separator: " ")
    let sentence = prose.prefix(upTo: prose.firstRange(of: ". ")?.lowerBound ?? prose.endIndex)
    return sentence.hasSuffix(".") ? String(sentence) : sentence + "."
  }

  /// The names that the file may use besides those that are known everywhere: a page gets them from
  /// the program, a partial from the template that includes it.
  var values: [Value] {
    if let file = TextFile(rawValue: path) {
      return file.schema.globals.map { Value(name: $0.name, meaning: $0.doc) }
    }
    guard path.hasSuffix(".html") else { return [] }
    if let kind = PageKind(rawValue: String(path.dropLast(".html".count))) {
      return kind.schema.globals.map { Value(name: $0.name, meaning: $0.doc) }
    }
    return comment.dropFirst().flatMap { [Value](declaration: $0) }
  }

  /// The lines of the first comment, without its marks.
  private var comment: [String] {
    let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    switch path.split(separator: ".").last {
    case "html", "md", "txt": return Self.templateComment(lines)
    case "css":
      let whole = text ?? ""
      guard let start = whole.firstRange(of: "/*"), let end = whole.firstRange(of: "*/"),
        start.upperBound <= end.lowerBound
      else { return [] }
      return whole[start.upperBound..<end.lowerBound].split(separator: "\n").map(trimmed)
        .filter { !$0.isEmpty }
    case "js": return lines.prefix { $0.hasPrefix("//") }.map { trimmed($0.dropFirst(2)) }
    case "yaml": return lines.prefix { $0.hasPrefix("#") }.map { trimmed($0.dropFirst()) }
    default: return []
    }
  }

  /// Returns the lines of `\(// …)`, whose end is the parenthesis that closes it.
  private static func templateComment(_ lines: [Substring]) -> [String] {
    let mark = "\\(//"
    guard let first = lines.first, first.hasPrefix(mark) else { return [] }
    var found: [String] = []
    var depth = 1
    for line in [first.dropFirst(mark.count)] + lines.dropFirst() {
      let end = line.indices.first { place in
        depth += line[place] == "(" ? 1 : line[place] == ")" ? -1 : 0
        return depth == 0
      }
      found.append(trimmed(line[..<(end ?? line.endIndex)]))
      if end != nil { break }
    }
    return found
  }
}

extension [BuiltInFile.Value] {
  /// Reads a line of a comment such as `left, right: vendor`; empty for any other line.
  fileprivate init(declaration line: String) {
    let parts = line.split(separator: ":", maxSplits: 1)
    let names = parts.first?.split(separator: ",").map { trimmed($0) } ?? []
    let areNames = names.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isLetter) }
    guard let meaning = parts.dropFirst().first, areNames else {
      self = []
      return
    }
    self = names.map { BuiltInFile.Value(name: $0, meaning: trimmed(meaning)) }
  }
}

private func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop { $0 == " " }
  return String(String(start).reversed().drop { $0 == " " }.reversed())
}
