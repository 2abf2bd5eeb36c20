import Diagnosing

/// Splits a template into text and the code between `\(` and its `)`.
struct TemplateLexer {
  enum Segment {
    case text(SourceSpan)
    case escape(SourceSpan)
    /// The code without its parentheses, and the whole tag.
    case code(SourceSpan, whole: SourceSpan)
  }

  private let file: SourceFile
  private let end: Int
  private var index: Int

  private init(_ span: SourceSpan) {
    file = span.file
    end = span.range.upperBound
    index = span.range.lowerBound
  }

  static func segments(of span: SourceSpan, into log: inout Diagnostics) -> [Segment] {
    var lexer = TemplateLexer(span)
    return lexer.run(into: &log)
  }

  private mutating func run(into log: inout Diagnostics) -> [Segment] {
    var segments: [Segment] = []
    var textStart = index
    func flush(_ end: Int) {
      if textStart < end { segments.append(.text(span(textStart, end))) }
    }
    while index < end {
      guard byte(0) == UInt8(ascii: "\\") else { index += 1; continue }
      if byte(1) == UInt8(ascii: "\\"), byte(2) == UInt8(ascii: "(") {
        flush(index)
        segments.append(.escape(span(index, index + 3)))
        index += 3
        textStart = index
      } else if byte(1) == UInt8(ascii: "(") {
        flush(index)
        let start = index
        guard let close = CodeScanner.closingParenthesis(in: file, from: start + 2, to: end) else {
          log.report(.unclosedTag(at: span(start, start + 2)))
          // An unclosed tag is treated as text, so that the rest of the file is still checked.
          textStart = start
          index += 2
          continue
        }
        segments.append(.code(span(start + 2, close), whole: span(start, close + 1)))
        index = close + 1
        textStart = index
      } else {
        index += 1
      }
    }
    flush(end)
    return segments
  }

  private func byte(_ offset: Int) -> UInt8? {
    index + offset < end ? file.bytes[index + offset] : nil
  }

  private func span(_ from: Int, _ to: Int) -> SourceSpan {
    SourceSpan(file: file, range: from..<to)
  }
}

/// Finds the end of code, skipping nested parentheses and strings, which may contain code again.
enum CodeScanner {
  private enum Frame { case parentheses, string, comment }

  /// Returns the offset of the `)` that closes a parenthesis opened before `start`.
  static func closingParenthesis(in file: SourceFile, from start: Int, to end: Int) -> Int? {
    let isComment = file.bytes[start..<end].drop { $0 == 0x20 }.starts(with: "//".utf8)
    var stack: [Frame] = [isComment ? .comment : .parentheses]
    var index = start
    while index < end {
      let byte = file.bytes[index]
      if stack.last == .string {
        if byte == UInt8(ascii: "\\") {
          index += 1
          if index < end, file.bytes[index] == UInt8(ascii: "(") { stack.append(.parentheses) }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") {
          // A string ends with its line at the latest, so that a stray quote stays a local mistake.
          stack.removeLast()
        }
      } else if byte == UInt8(ascii: "(") {
        stack.append(stack.last == .comment ? .comment : .parentheses)
      } else if byte == UInt8(ascii: ")") {
        stack.removeLast()
        if stack.isEmpty { return index }
      } else if byte == UInt8(ascii: "\""), stack.last == .parentheses {
        stack.append(.string)
      }
      index += 1
    }
    return nil
  }
}
