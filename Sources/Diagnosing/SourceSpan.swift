/// A range of bytes in a source file.
package struct SourceSpan: Sendable {
  package let file: SourceFile
  /// The byte offsets; empty for a place between two bytes.
  package let range: Range<Int>

  package init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  package var startPosition: SourcePosition { file.position(at: range.lowerBound) }
  package var endPosition: SourcePosition { file.position(at: range.upperBound) }

  package var bytes: ArraySlice<UInt8> { file.bytes[range.clamped(to: 0..<file.bytes.count)] }

  /// The bytes as text, with invalid UTF-8 repaired.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension SourceSpan: Hashable {
  package static func == (left: SourceSpan, right: SourceSpan) -> Bool {
    left.range == right.range && left.file.path == right.file.path
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(file.path)
    hasher.combine(range)
  }
}

/// A value and the place it came from.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let span: SourceSpan

  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

extension SourceSpan {
  /// The part of the span on its first line, so that a mark does not cover half a file.
  package var head: SourceSpan {
    let bytes = file.bytes[range.clamped(to: 0..<file.bytes.count)]
    let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return SourceSpan(file: file, range: range.lowerBound..<(end ?? range.upperBound))
  }
}
