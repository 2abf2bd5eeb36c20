/// Files one after another, in the form that POSIX calls ustar.
///
/// Equal files give equal bytes: an entry has no time and no owner. Folders have no entries; whoever
/// unpacks the archive makes them.
struct TarArchive {
  private(set) var bytes: [UInt8] = []

  private static let blockSize = 512
  /// Programs read archives in records of 20 blocks.
  static let recordSize = 20 * blockSize

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
    var header: [UInt8] = []
    func field(_ value: some Sequence<UInt8>, _ width: Int) {
      let start = header.count
      header += value
      header += Array(repeating: 0, count: max(0, start + width - header.count))
    }
    func number(_ number: Int, _ width: Int) {
      let digits = String(number, radix: 8)
      field((String(repeating: "0", count: max(0, width - 1 - digits.count)) + digits).utf8, width)
    }
    field(place.name, 100)
    number(0o644, 8)
    number(0, 8)
    number(0, 8)
    number(size, 12)
    number(0, 12)
    let sum = header.count
    field("        ".utf8, 8)
    field(String(kind).utf8, 1)
    field([], 100)
    field("ustar".utf8, 6)
    field("00".utf8, 2)
    field([], 64)
    number(0, 8)
    number(0, 8)
    field(place.prefix, 155)
    field([], 12)
    let total = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    let digits = String(repeating: "0", count: max(0, 6 - total.count)) + total
    header.replaceSubrange(sum..<sum + 7, with: Array(digits.utf8) + [0])
    bytes += header
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
