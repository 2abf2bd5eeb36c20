/// Files one after another, in the form that POSIX calls ustar.
///
/// Equal files give equal bytes: an entry has no time and no owner. Folders have no entries;
/// whoever unpacks the archive makes them.
struct TarArchive {
  private(set) var bytes: [UInt8] = []

  private static let blockSize = 512
  /// Programs read archives in records of 20 blocks.
  static let recordSize = 20 * blockSize

  /// Makes room for so many files of about a size.
  mutating func reserve(_ count: Int, of size: Int) {
    bytes.reserveCapacity(bytes.count + count * (size + size / 8 + 2 * Self.blockSize))
  }

  mutating func add(_ path: String, _ contents: [UInt8]) {
    let name = Array(path.utf8)
    let place = Self.split(name)
    var records: [UInt8] = []
    if place == nil { records += Self.record("path", path) }
    if contents.count >= 1 << 33 { records += Self.record("size", "\(contents.count)") }
    if !records.isEmpty {
      // The path may be cut here: the records have all of it.
      addHeader((prefix: [], name: Array(("pax/" + path).utf8.prefix(100))), "x", records.count)
      addBlocks(records)
    }
    let short = (prefix: [UInt8](), name: Array(name.prefix(100)))
    addHeader(place ?? short, "0", contents.count >= 1 << 33 ? 0 : contents.count)
    addBlocks(contents)
  }

  /// Returns the end of an archive of so many bytes: two empty blocks, and the rest of a record.
  static func end(after size: Int) -> [UInt8] {
    let open = (size + 2 * blockSize) % recordSize
    let rest = open == 0 ? 0 : recordSize - open
    return Array(repeating: 0, count: 2 * blockSize + rest)
  }

  private mutating func addBlocks(_ contents: [UInt8]) {
    bytes += contents
    let open = contents.count % Self.blockSize
    if open > 0 { bytes += Array(repeating: 0, count: Self.blockSize - open) }
  }

  private mutating func addHeader(
    _ place: (prefix: [UInt8], name: [UInt8]), _ kind: Character, _ size: Int
  ) {
    var header = Self.commonHeader
    func set(_ value: some Collection<UInt8>, at offset: Int) {
      header.replaceSubrange(offset..<offset + value.count, with: value)
    }
    set(place.name, at: 0)
    set(Self.octal(size, 11), at: 124)
    set(Array("\(kind)".utf8), at: 156)
    set(place.prefix, at: 345)
    set(Self.octal(header.reduce(0) { $0 + Int($1) }, 6) + [0], at: 148)
    bytes += header
  }

  /// What is the same for all files: the mode, no owner, no time, and blanks for the checksum.
  private static let commonHeader: [UInt8] = {
    let fields: [(text: String, width: Int)] = [
      ("", 100), ("0000644", 8), ("0000000", 8), ("0000000", 8), ("", 12), ("00000000000", 12),
      ("        ", 8), ("", 1 + 100), ("ustar", 6), ("00", 2 + 64), ("0000000", 8),
      ("0000000", 8), ("", 155 + 12),
    ]
    return fields.flatMap { field in
      Array(field.text.utf8) + Array(repeating: 0, count: field.width - field.text.utf8.count)
    }
  }()

  private static func octal(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(0x30 + number >> (3 * (width - 1 - $0)) & 7) }
  }

  /// A path as the folder and the name that a header has room for; nil if it is too long, or not
  /// in ASCII, in which headers are written.
  private static func split(_ path: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
    if path.contains(where: { $0 >= 0x80 }) { return nil }
    if path.count <= 100 { return ([], path) }
    for (index, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
      if index > 155 { return nil }
      if index > 0, path.count - index - 1 <= 100 {
        return (Array(path[..<index]), Array(path[(index + 1)...]))
      }
    }
    return nil
  }

  /// A line of an extended header, which begins with its own length.
  private static func record(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count
    while "\(length)".utf8.count + rest.utf8.count != length { length += 1 }
    return Array("\(length)\(rest)".utf8)
  }
}
