/// A path below the output folder as the system takes it, in buffers that are used again and again.
struct RelativePath {
  /// Ends with a zero.
  private(set) var bytes: [CChar] = [0]
  private var folderBytes: [CChar] = []

  init(_ text: String = "") { set(text) }

  mutating func set(_ text: String) {
    begin()
    append(PathPart(text))
    end()
  }

  // MARK: Part by part

  mutating func begin() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ part: PathPart) { bytes.append(contentsOf: part.bytes) }

  mutating func end() {
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

/// A piece of many paths, in bytes as the system takes them; none is zero.
struct PathPart: Sendable {
  fileprivate let bytes: [CChar]

  init(_ text: String) { bytes = text.utf8.map { CChar(bitPattern: $0) } }
}
