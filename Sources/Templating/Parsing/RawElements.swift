/// The script and style elements of a template, found once however many tags ask for theirs.
struct RawElements {
  /// For each kind of element the ranges from `<` of the start tag to that of the end tag, or to
  /// the next start tag, in order.
  private let ranges: [(name: String, ranges: [Range<Int>])]

  init(in bytes: [UInt8]) {
    ranges = ["script", "style"].map { ($0, Self.ranges(of: $0, in: bytes)) }
  }

  private static func ranges(of name: String, in bytes: [UInt8]) -> [Range<Int>] {
    let (start, end) = (Array("<\(name)".utf8), Array("</\(name)".utf8))
    var ranges: [Range<Int>] = []
    var open: Int?
    for place in bytes.indices where bytes[place] == UInt8(ascii: "<") {
      let isStart = bytes[place...].starts(with: start)
      guard isStart || bytes[place...].starts(with: end) else { continue }
      if let open { ranges.append(open..<place) }
      open = isStart ? place : nil
    }
    if let open { ranges.append(open..<bytes.count) }
    return ranges.filter { !isJSON(bytes[$0]) }
  }

  /// Whether an element holds data, to judge by its start tag.
  private static func isJSON(_ element: ArraySlice<UInt8>) -> Bool {
    let head = element.prefix(60)
    return head.indices.contains { head[$0...].starts(with: "json".utf8) }
  }

  /// Returns the name of the element that contains an offset.
  func name(at offset: Int) -> String? {
    ranges.first { _, ranges in
      var (low, high) = (0, ranges.count)
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].contains(offset)
    }?.name
  }
}
