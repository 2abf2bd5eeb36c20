/// A path below the output folder as the system takes it, in buffers that are used again and again.
struct RelativePath {
  /// Ends with a zero.
  private(set) var bytes: [CChar] = [0]
  private var folderBytes: [CChar] = []

  init(_ text: String = "") { set([text]) }

  /// The path made of these parts, none of which holds a zero.
  mutating func set(_ parts: [String]) {
    bytes.removeAll(keepingCapacity: true)
    for var part in parts {
      part.withUTF8 { text in
        // A byte is a byte, signed or not.
        unsafe text.withMemoryRebound(to: CChar.self) { unsafe bytes.append(contentsOf: $0) }
      }
    }
    folderBytes.removeAll(keepingCapacity: true)
    if let slash = bytes.lastIndex(of: CChar(bitPattern: UInt8(ascii: "/"))) {
      folderBytes.append(contentsOf: bytes[..<slash])
      folderBytes.append(0)
    }
    bytes.append(0)
  }

  /// The folder that the path's file stands in; nil for a file at the top.
  var folder: [CChar]? { folderBytes.isEmpty ? nil : folderBytes }

  /// The name under which the file is written before it takes its place.
  var temporary: [CChar] {
    Array(bytes.dropLast()) + ".versus-new".utf8.map { CChar(bitPattern: $0) } + [0]
  }

  var text: String {
    String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
