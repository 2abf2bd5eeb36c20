package import Diagnosing

/// The kinds of files that tables are read from.
package enum TableKind: Sendable {
  case values, tabbed, json, yaml, markdown, workbook

  private static let ofExtension: [String: TableKind] = [
    "tsv": .tabbed, "tab": .tabbed, "json": .json, "yaml": .yaml, "yml": .yaml, "md": .markdown,
    "markdown": .markdown, "xlsx": .workbook, "xlsm": .workbook, "xls": .workbook,
    "ods": .workbook,
  ]

  /// The name of what comes from standard input, which has no extension.
  package static let standardInput = "-"

  /// Tells the kind by the file's extension, and of standard input by how it begins.
  package init(_ file: SourceFile) {
    let parts = file.path.split(separator: "/").last?.split(separator: ".") ?? []
    if file.path == Self.standardInput {
      self = Self.kind(of: file.bytes)
    } else if parts.count > 1, let last = parts.last {
      self = Self.ofExtension[last.lowercased()] ?? .values
    } else {
      self = .values
    }
  }

  private static func kind(of bytes: [UInt8]) -> TableKind {
    // Workbooks are ZIP archives, or compound files of old programs.
    if bytes.starts(with: Array("PK".utf8)) || bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
      return .workbook
    }
    let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    let lines = text.prefix(1 << 16).split { $0 == 0x0a || $0 == 0x0d }
    let first = lines.first.map(Array.init) ?? []
    switch first.first(where: { $0 != 0x20 && $0 != 0x09 }) {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return .json
    case UInt8(ascii: "-") where first.starts(with: Array("- ".utf8)): return .yaml
    default: break
    }
    let isRowOfDashes = { (line: ArraySlice<UInt8>) in
      line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
        && line.allSatisfy { "|-: \t".utf8.contains($0) }
    }
    if lines.contains(where: isRowOfDashes) { return .markdown }
    return first.contains(0x09) ? .tabbed : .values
  }
}
