import Diagnosing
import Importing
import Markup
import System

/// Reads tables and mappings, which may be in any folder.
enum TableFile {
  /// Reads a table, which may come from standard input, or be a sheet of a workbook.
  ///
  /// - Parameter number: the number of the sheet.
  static func table(_ path: String, number: Int) throws -> SourceFile {
    let file = path == TableKind.standardInput ? try standardInput() : try file(path)
    guard TableKind(file) == .workbook else { return file }
    // What comes out is not a workbook any more, but keeps the name of one.
    let named = file.path == path && path == TableKind.standardInput ? path + ".xlsx" : path
    return try Workbook.values(
      of: SourceFile(path: named, bytes: file.bytes), sheet: number,
      atMost: Bounds.fileMegabytes)
  }

  static func file(_ path: String) throws -> SourceFile {
    guard fileStatus(path) != nil else { throw UsageError("there is no file '\(path)'") }
    let file = try InputFile(path)
    let limit = Bounds.fileMegabytes << 20
    if file.size > limit { throw tooLarge(path) }
    return SourceFile(path: path, bytes: try file.bytes(atMost: limit))
  }

  private static func standardInput() throws -> SourceFile {
    let limit = Bounds.fileMegabytes << 20
    let bytes = try StandardInput.bytes(atMost: limit + 1)
    if bytes.count > limit { throw tooLarge(TableKind.standardInput) }
    return SourceFile(path: TableKind.standardInput, bytes: bytes)
  }

  private static func tooLarge(_ path: String) -> UsageError {
    UsageError("'\(path)' is larger than \(Bounds.fileMegabytes) MB")
  }
}
