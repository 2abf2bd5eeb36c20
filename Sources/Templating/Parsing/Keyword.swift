import Diagnosing

/// The keyword that begins a tag, if the tag is not an expression.
enum Keyword: String {
  case `if`, `for`, `else`, end, `let`, `default`, include, extends, block, raw
  case comment = "//"

  init?(_ code: SourceSpan) {
    let text = code.file.bytes[code.range].drop { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
    if text.starts(with: "//".utf8) {
      self = .comment
      return
    }
    let word = text.prefix { (0x61...0x7a).contains($0) }
    let next = text.dropFirst(word.count).first
    // `end` is a keyword only as a whole word; `end.x` and `ending` are names. Unusual white space
    // ends the word as well, and the expression lexer reports it.
    var isWord =
      next.map { [0x20, 0x09, 0x0a, 0x0d, UInt8(ascii: ":")].contains($0) || $0 >= 0x80 } ?? true
    // As in Swift, the condition may stand in parentheses, with or without a space.
    isWord = isWord || word.elementsEqual("if".utf8) && next == UInt8(ascii: "(")
    guard isWord, let keyword = Keyword(rawValue: String(decoding: word, as: UTF8.self)) else {
      return nil
    }
    if (keyword == .raw) != (next == UInt8(ascii: ":")) { return nil }
    self = keyword
  }

  /// Whether the tag, alone on its line, leaves no blank line behind.
  var isControl: Bool { self != .raw && self != .include }
}

/// A keyword of another template language.
struct WrongKeyword {
  let text: String
  let keyword: String

  init?(_ code: SourceSpan) {
    let words = code.text.split { " \t\r\n".contains($0) }
    guard let first = words.first.map(String.init) else { return nil }
    let isEnd = first == "end" && words.count == 2 && ["if", "for", "block"].contains(words[1])
    let isWord = words.count == 1 || WrongSpelling.keywords[first] == "else if"
    guard let keyword = isEnd ? "end" : isWord ? WrongSpelling.keywords[first] : nil else {
      return nil
    }
    text = isEnd ? words.joined(separator: " ") : first
    self.keyword = keyword
  }
}

/// A tag that begins with a word of another template language, such as `unless x`.
struct WrongStatement {
  /// The keyword that it stands for; nil if there is none.
  let keyword: Keyword?
  let remedy: Diagnostic.Message
  let place: SourceSpan

  init?(_ code: SourceSpan) {
    let bytes = code.file.bytes[code.range]
    let text = bytes.drop { Self.spaces.contains($0) }
    let word = text.prefix { Self.isLetter($0) }
    let rest = text.dropFirst(word.count)
    let next = rest.drop { Self.spaces.contains($0) }.first
    // A name is followed by an operator, or by nothing.
    guard let known = WrongSpelling.statements[String(decoding: word, as: UTF8.self)],
      let next, rest.first.map(Self.spaces.contains) == true,
      Self.isLetter(next) || [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(next)
    else { return nil }
    (keyword, remedy) = known
    place = SourceSpan(file: code.file, range: word.startIndex..<word.endIndex)
  }

  private static let spaces: Set<UInt8> = [0x20, 0x09, 0x0a, 0x0d]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
}
