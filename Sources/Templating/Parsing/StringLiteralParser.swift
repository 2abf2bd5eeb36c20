import Diagnosing

/// Parses a string literal with its escapes and interpolations.
enum StringLiteralParser {
  /// - Parameter span: the literal with its quotes.
  static func parse(_ span: SourceSpan, depth: Int, into log: inout Diagnostics) -> Expression? {
    let file = span.file
    var index = span.range.lowerBound + 1
    let end = span.range.upperBound - 1
    guard end >= index, file.bytes[end] == UInt8(ascii: "\"") else {
      log.report(.syntax("this string does not end", at: span))
      return nil
    }
    var parts: [Expression] = []
    var text: [UInt8] = []
    func flush(_ at: Int) {
      guard !text.isEmpty else { return }
      let place = SourceSpan(file: file, range: at - text.count..<at)
      parts.append(
        Expression(kind: .constant(.text(String(decoding: text, as: UTF8.self))), span: place))
      text = []
    }
    while index < end {
      guard file.bytes[index] == UInt8(ascii: "\\"), index + 1 < end else {
        text.append(file.bytes[index])
        index += 1
        continue
      }
      let next = file.bytes[index + 1]
      if next == UInt8(ascii: "(") {
        flush(index)
        guard let close = CodeScanner.closingParenthesis(in: file, from: index + 2, to: end) else {
          log.report(.unclosedTag(at: SourceSpan(file: file, range: index..<index + 2)))
          return nil
        }
        let code = SourceSpan(file: file, range: index + 2..<close)
        var parser = ExpressionParser(code, depth: depth + 1, into: &log)
        guard let value = parser.expression(into: &log) else { return nil }
        parser.finish(into: &log)
        if parser.isLost { return nil }
        parts.append(value)
        index = close + 1
      } else if next == UInt8(ascii: "u"),
        let (scalar, behind) = scalar(in: file.bytes[index..<end])
      {
        text += Array(String(scalar).utf8)
        index = behind
      } else if let byte = escapes[next] {
        text.append(byte)
        index += 2
      } else {
        log.report(
          .syntax(
            #"unknown escape; there are \\, \", \n, \t and \u{…}"#,
            at: SourceSpan(file: file, range: index..<index + 2)))
        return nil
      }
    }
    flush(end)
    if parts.isEmpty { return Expression(kind: .constant(.text("")), span: span) }
    if parts.count == 1, case .constant = parts[0].kind {
      return Expression(kind: parts[0].kind, span: span)
    }
    return Expression(kind: .interpolation(parts), span: span)
  }

  /// Parses an escape such as `\u{2713}`; returns the scalar and the offset after the escape.
  private static func scalar(in bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let digits = bytes.dropFirst(3).prefix { $0 != UInt8(ascii: "}") }
    guard bytes.dropFirst(2).first == UInt8(ascii: "{"), (1...8).contains(digits.count),
      digits.endIndex < bytes.endIndex,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      digits.first != UInt8(ascii: "+"), let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, digits.endIndex + 1)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "\""): UInt8(ascii: "\""),
    UInt8(ascii: "n"): 0x0a, UInt8(ascii: "t"): 0x09,
  ]
}
