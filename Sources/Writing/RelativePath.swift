/// A path below the output folder as the system takes it, in a buffer that is used again and again.
struct RelativePath {
  /// Ends with a zero.
  private(set) var bytes: [CChar] = [0]

  init(_ text: String = "") { set([text]) }

  /// The path made of these parts, none of which holds a zero.
  mutating func set(_ parts: [String]) {
    bytes.removeAll(keepingCapacity: true)
    for part in parts { bytes.append(contentsOf: part.utf8.lazy.map { CChar(bitPattern: $0) }) }
    bytes.append(0)
  }

  /// The folder that the path's file stands in; nil for a file at the top.
  var folder: [CChar]? {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    return bytes.lastIndex(of: slash).map { Array(bytes[..<$0]) + [0] }
  }

  /// The name under which the file is written before it takes its place.
  var temporary: [CChar] {
    Array(bytes.dropLast()) + ".versus-new".utf8.map { CChar(bitPattern: $0) } + [0]
  }

  var text: String {
    String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
