import Diagnosing
import FoundationEssentials

/// A token of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case name(String)
    case number(Decimal)
    /// A string literal with its quotes; the parser reads its parts.
    case string
    /// A text in the wrong kind of quotes, which was reported.
    case misquoted(String)
    /// An operator or a bracket.
    case symbol(String)
    case end
  }

  let kind: Kind
  let span: SourceSpan
}

/// Splits code into tokens.
struct ExpressionLexer {
  /// The symbols, longest first, so that `??` is not read as two question marks.
  private static let symbols = [
    "..<", "...", "..", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "?[", "(", ")", "[", "]",
    ",", ":", ".",
    "?", "!",
    "+",
    "-", "|", "*", "/", "%", "<", ">", "=",
  ]

  static func tokens(of span: SourceSpan, into log: inout Diagnostics) -> [Token] {
    let bytes = span.file.bytes
    let end = span.range.upperBound
    var tokens: [Token] = []
    var index = span.range.lowerBound
    func place(_ to: Int) -> SourceSpan { SourceSpan(file: span.file, range: index..<to) }
    while index < end {
      let byte = bytes[index]
      if [0x20, 0x09, 0x0a, 0x0d].contains(byte) {
        index += 1
        continue
      }
      var next = index + 1
      if isLetter(byte) {
        while next < end, isLetter(bytes[next]) || isDigit(bytes[next]) { next += 1 }
        tokens.append(Token(kind: .name(place(next).text), span: place(next)))
      } else if isDigit(byte) {
        while next < end, isDigit(bytes[next]) || isPoint(bytes, next, end) { next += 1 }
        let value = next - index <= 30 ? Decimal(string: place(next).text) : nil
        if value == nil { log.report(.syntax("this number is too long", at: place(next))) }
        tokens.append(Token(kind: .number(value ?? 0), span: place(next)))
      } else if byte == UInt8(ascii: "\"") {
        next = stringEnd(bytes, from: next, to: end)
        tokens.append(Token(kind: .string, span: place(next)))
      } else if let wrong = wrongToken(in: bytes[index..<end], of: span.file, into: &log) {
        next = index + wrong.length
        if let kind = wrong.kind { tokens.append(Token(kind: kind, span: place(next))) }
      } else if let symbol = symbol(in: bytes[index..<end], isApart: isApart(bytes, index, span)) {
        next = index + symbol.utf8.count
        tokens.append(Token(kind: .symbol(symbol), span: place(next)))
      } else {
        while next < end, bytes[next] & 0xc0 == 0x80 { next += 1 }
        let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
        let remedy: Diagnostic.Message =
          isBrace ? #"; what begins with a tag ends with \(end)"# : ""
        log.report(.syntax("'\(place(next).text)' means nothing here" + remedy, at: place(next)))
      }
      index = next
    }
    index = end
    return tokens + [Token(kind: .end, span: place(end))]
  }

  /// Reports a token with a different spelling in this language and returns the right token; one
  /// without a kind is white space.
  private static func wrongToken(
    in bytes: ArraySlice<UInt8>, of file: SourceFile, into log: inout Diagnostics
  ) -> (length: Int, kind: Token.Kind?)? {
    func place(_ length: Int) -> SourceSpan {
      SourceSpan(file: file, range: bytes.startIndex..<bytes.startIndex + length)
    }
    if let (length, symbol) = WrongSpelling.symbol(in: bytes) {
      log.report(.syntax("'\(place(length).text)' is written '\(symbol)'", at: place(length)))
      return (length, .symbol(symbol))
    }
    if let (length, name) = WrongSpelling.space(in: bytes) {
      log.report(.syntax("this is a \(name); write a plain one", at: place(length)))
      return (length, nil)
    }
    if let (length, text) = WrongSpelling.quoted(in: bytes) {
      log.report(.syntax("a text stands in plain double quotes, as in \"text\"", at: place(length)))
      let start = bytes.startIndex
      let range = start + text.lowerBound..<start + text.upperBound
      return (length, .misquoted(SourceSpan(file: file, range: range).text))
    }
    return nil
  }

  /// Returns the next symbol. `?[` is one symbol only directly after a value; elsewhere the `[`
  /// begins a list.
  private static func symbol(in bytes: ArraySlice<UInt8>, isApart: Bool) -> String? {
    symbols.first { bytes.starts(with: $0.utf8) && !(isApart && $0 == "?[") }
  }

  /// Reports whether white space precedes an offset.
  private static func isApart(_ bytes: [UInt8], _ index: Int, _ span: SourceSpan) -> Bool {
    index == span.range.lowerBound || [0x20, 0x09, 0x0a, 0x0d].contains(bytes[index - 1])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x5f
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Reports whether a point is between digits, as in a number but not in `list.0`.
  private static func isPoint(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    bytes[index] == UInt8(ascii: ".") && index + 1 < end && isDigit(bytes[index + 1])
  }

  /// Returns the offset after the closing quote.
  private static func stringEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var depth = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if index < end, bytes[index] == UInt8(ascii: "(") { depth += 1 }
      case UInt8(ascii: "(") where depth > 0: depth += 1
      case UInt8(ascii: ")") where depth > 0: depth -= 1
      case UInt8(ascii: "\"") where depth == 0: return index + 1
      default: break
      }
      index += 1
    }
    return end
  }
}
