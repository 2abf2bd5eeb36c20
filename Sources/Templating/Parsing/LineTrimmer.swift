import Diagnosing

/// Removes the white space and the line end around control tags that have a line to themselves.
enum LineTrimmer {
  static func trimmed(_ segments: [TemplateLexer.Segment]) -> [TemplateLexer.Segment] {
    var result = segments
    var index = 0
    while index < result.count {
      guard isControl(result[index]) else { index += 1; continue }
      var last = index
      // Control tags separated only by spaces share a line.
      while last + 1 < result.count {
        if isControl(result[last + 1]) {
          last += 1
        } else if last + 2 < result.count, isControl(result[last + 2]), isBlank(result[last + 1]) {
          last += 2
        } else {
          break
        }
      }
      trim(&result, index...last)
      index = last + 1
    }
    return result
  }

  private static func trim(_ segments: inout [TemplateLexer.Segment], _ line: ClosedRange<Int>) {
    let before = line.lowerBound > 0 ? segments[line.lowerBound - 1] : nil
    let after = line.upperBound + 1 < segments.count ? segments[line.upperBound + 1] : nil
    guard let start = lineStart(in: before), let end = lineEnd(in: after) else { return }
    if case .text(let span)? = before {
      segments[line.lowerBound - 1] = .text(
        SourceSpan(file: span.file, range: span.range.lowerBound..<start))
    }
    if case .text(let span)? = after {
      segments[line.upperBound + 1] = .text(
        SourceSpan(file: span.file, range: end..<span.range.upperBound))
    }
  }

  /// Returns the offset of the spaces at the end of a text, if they begin a line.
  private static func lineStart(in segment: TemplateLexer.Segment?) -> Int? {
    guard let segment else { return 0 }
    guard case .text(let span) = segment else { return nil }
    var index = span.range.upperBound
    while index > span.range.lowerBound, isSpace(span.file.bytes[index - 1]) { index -= 1 }
    if index == span.file.text.range.lowerBound { return index }
    // The preceding text may have been trimmed to its line end already, or may begin the file.
    return span.file.bytes[index - 1] == UInt8(ascii: "\n") ? index : nil
  }

  /// Returns the offset after a line end that only spaces precede.
  private static func lineEnd(in segment: TemplateLexer.Segment?) -> Int? {
    guard let segment else { return 0 }
    guard case .text(let span) = segment else { return nil }
    var index = span.range.lowerBound
    while index < span.range.upperBound, isSpace(span.file.bytes[index]) { index += 1 }
    if index == span.range.upperBound { return index == span.file.bytes.count ? index : nil }
    return span.file.bytes[index] == UInt8(ascii: "\n") ? index + 1 : nil
  }

  private static func isBlank(_ segment: TemplateLexer.Segment) -> Bool {
    guard case .text(let span) = segment else { return false }
    return span.file.bytes[span.range].allSatisfy(isSpace)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  private static func isControl(_ segment: TemplateLexer.Segment) -> Bool {
    guard case .code(let code, _) = segment else { return false }
    return Keyword(code)?.isControl ?? false
  }
}
