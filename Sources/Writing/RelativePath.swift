/// A path below the output folder, NUL-terminated for system calls, in buffers that are reused.
struct RelativePath {
  /// The path's bytes, terminated by a zero.
  private(set) var bytes: [CChar] = [0]
  private var folderBytes: [CChar] = []

  init(_ text: String = "") { set(text) }

  mutating func set(_ text: String) { set(PathParts([text]), [0].span) }

  /// Sets the path to the parts at the given positions, in order.
  mutating func set(_ parts: PathParts, _ positions: InlineArray<5, Int>) {
    set(parts, positions.span)
  }

  private mutating func set(_ parts: PathParts, _ positions: Span<Int>) {
    bytes.removeAll(keepingCapacity: true)
    for index in positions.indices { parts.append(positions[index], to: &bytes) }
    // `lastIndex(of:)` is not specialized here, and took longer than everything else in this
    // function.
    var slash = bytes.count - 1
    while slash >= 0, bytes[slash] != CChar(bitPattern: UInt8(ascii: "/")) { slash -= 1 }
    folderBytes.removeAll(keepingCapacity: true)
    if slash >= 0 {
      folderBytes.append(contentsOf: bytes)
      folderBytes.removeLast(bytes.count - slash)
      folderBytes.append(0)
    }
    bytes.append(0)
  }

  /// The folder that contains the file; nil for a file at the top.
  var folder: [CChar]? { folderBytes.isEmpty ? nil : folderBytes }

  var text: String {
    String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The components of many paths, as bytes without zeros. All are in one buffer, so that assembling
/// a path needs no reference counting.
struct PathParts: Sendable {
  fileprivate let bytes: [CChar]
  private let ends: [Int]

  init(_ texts: [String]) {
    var bytes: [CChar] = []
    ends = texts.map { text in
      bytes += text.utf8.map { CChar(bitPattern: $0) }
      return bytes.count
    }
    self.bytes = bytes
  }

  fileprivate func append(_ position: Int, to path: inout [CChar]) {
    let range = (position == 0 ? 0 : ends[position - 1])..<ends[position]
    // The pointer does not outlive the closure, which copies the bytes.
    unsafe bytes.span.extracting(range).withUnsafeBufferPointer {
      unsafe path.append(contentsOf: $0)
    }
  }
}
