import Diagnosing

/// The end of a node. The node's span, which diagnostics mark, ends with the last value of a list
/// or mapping.
extension YAMLNode {
  /// Whether the node is written in brackets.
  package var isFlow: Bool {
    let start = span.range.lowerBound
    return span.file.bytes.indices.contains(start)
      && [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(span.file.bytes[start])
  }

  /// The offset after the node's last byte, including brackets.
  package var end: Int {
    let last: YAMLNode? =
      switch content {
      case .scalar: nil
      case .sequence(let items): items.last
      case .mapping(let pairs): pairs.last?.value
      }
    let bytes = span.file.bytes
    let range = span.range
    if case .scalar = content {
      // The text of a block extends to the next key.
      let text = bytes[range]
      return (text.lastIndex { ![0x20, 0x0a, 0x0d].contains($0) } ?? range.lowerBound - 1) + 1
    }
    guard isFlow else { return last?.end ?? range.upperBound }
    var place = last?.end ?? range.lowerBound + 1
    while place < bytes.count, ![UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[place]) {
      // A comment may contain a bracket.
      let isComment = bytes[place] == UInt8(ascii: "#")
      place =
        isComment ? bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count : place + 1
    }
    return min(place + 1, bytes.count)
  }

  /// The whole text of the node, as written.
  package var wholeText: String {
    let start = span.range.lowerBound
    return String(decoding: span.file.bytes[start..<max(start, end)], as: UTF8.self)
  }
}
