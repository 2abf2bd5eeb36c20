import Diagnosing
import System

/// The usage `versus theme export FILE…|--all`: copies built-in files into the site, and remembers
/// what they were.
enum ThemeExport {
  private struct Result: Encodable {
    var written: [String] = []
    /// Files of the site that were there before.
    var kept: [String] = []
  }

  static func run(_ invocation: Invocation) throws -> ExitCode {
    let names = invocation.operands.dropFirst()
    if names.isEmpty == !invocation.has(.allFiles) {
      throw UsageError("name the files to export, or give --all; not both")
    }
    let files = try names.isEmpty ? BuiltInFile.all : names.map { try BuiltInFile.named($0) }
    let isThere = { (file: BuiltInFile) in
      fileStatus("\(invocation.source)/templates/\(file.path)") != nil
    }
    if invocation.has(.keepFiles) { return try keep(files, isThere, invocation) }
    if let file = files.first(where: isThere), !invocation.has(.allFiles) {
      throw UsageError("'templates/\(file.path)' is already there; nothing was written")
    }
    var result = Result()
    for file in files {
      if isThere(file) {
        result.kept.append("templates/" + file.path)
        continue
      }
      // The origin is first: a copy without one could not be compared later.
      try ThemeCopy.remember(file, in: invocation.source)
      try replaceFile(file.bytes, at: "templates/" + file.path, inside: invocation.source)
      result.written.append("templates/" + file.path)
    }
    say(result, invocation)
    return .done
  }

  /// Remembers that copies have all of the built-in files' changes.
  private static func keep(
    _ files: [BuiltInFile], _ isThere: (BuiltInFile) -> Bool, _ invocation: Invocation
  ) throws -> ExitCode {
    if let missing = files.first(where: { !isThere($0) }), !invocation.has(.allFiles) {
      throw UsageError("there is no 'templates/\(missing.path)' to keep; nothing was written")
    }
    var result = Result()
    for file in files where isThere(file) {
      try ThemeCopy.remember(file, in: invocation.source)
      result.kept.append("templates/" + file.path)
    }
    say(result, invocation)
    return .done
  }

  private static func say(_ result: Result, _ invocation: Invocation) {
    if invocation.format == .json { return Terminal.print(jsonText(result) + "\n") }
    if invocation.isQuiet { return }
    Terminal.print(result.written.map { $0 + "\n" }.joined())
    Terminal.note(result.kept.map { "kept \($0)\n" }.joined())
  }
}
