import Diagnosing
import Reading
import System

/// A site's own file in the place of a built-in one: the contract of `theme diff --format json`.
struct ThemeCopy: Encodable {
  enum State: String, Encodable {
    /// The built-in file has changed since it was copied.
    case older
    /// The copy was made from the built-in file as it is.
    case current
    /// The copy equals the built-in file, so it changes nothing.
    case same
    /// Nobody knows from what the copy was made.
    case unknown
  }

  let path: String
  let state: State
  /// The version of versus whose file was copied.
  var version: String?
  /// What changed in the built-in file since, as a patch.
  var changes: String?

  /// The folder that remembers the built-in files, by the version that had them.
  private static let origins = "templates/.built-in"

  static func remember(_ file: BuiltInFile, in source: String) throws(FileFailure) {
    try replaceFile(file.bytes, at: "\(origins)/\(Tool.version)/\(file.path)", inside: source)
  }

  static func printAll(_ invocation: Invocation) throws -> ExitCode {
    let copies = try all(in: ContentFolder(invocation.source))
    if invocation.format == .json {
      Terminal.print(jsonText(["files": copies]) + "\n")
    } else if invocation.format == .text {
      Terminal.print(copies.map(\.text).joined())
      if copies.isEmpty, !invocation.isQuiet {
        Terminal.note("The site has no copy of a built-in file.\n")
      }
    }
    return .done
  }

  private static func all(in folder: ContentFolder) throws(FileFailure) -> [ThemeCopy] {
    let own = Set(try folder.files(below: "templates"))
    let remembered = try folder.files(below: origins)
    var copies: [ThemeCopy] = []
    for file in BuiltInFile.all where own.contains("templates/" + file.path) {
      let bytes = try folder.read("templates/" + file.path).bytes
      let origin = try origin(of: file, among: remembered, in: folder)
      // Texts stack key by key: a file of a few lacks nothing.
      if origin == nil, bytes != file.bytes, file.path.hasPrefix("strings/") { continue }
      copies.append(ThemeCopy(of: file, bytes, origin))
    }
    return copies
  }

  private struct Origin {
    let version: String
    let bytes: [UInt8]
  }

  /// Returns the file that a copy was made from, of the latest version that is remembered.
  private static func origin(
    of file: BuiltInFile, among remembered: [String], in folder: ContentFolder
  ) throws(FileFailure) -> Origin? {
    let versions = remembered.compactMap { path -> String? in
      guard path.hasSuffix("/" + file.path) else { return nil }
      let version = path.dropFirst(origins.count + 1).dropLast(file.path.count + 1)
      return version.contains("/") ? nil : String(version)
    }
    let numbers = { (version: String) in version.split(separator: ".").map { Int($0) ?? 0 } }
    let latest = versions.max { numbers($0).lexicographicallyPrecedes(numbers($1)) }
    guard let latest else { return nil }
    return Origin(
      version: latest, bytes: try folder.read("\(origins)/\(latest)/\(file.path)").bytes)
  }

  private init(of file: BuiltInFile, _ bytes: [UInt8], _ origin: Origin?) {
    path = "templates/" + file.path
    version = origin?.version
    if bytes == file.bytes {
      state = .same
    } else if let origin, origin.bytes != file.bytes {
      state = .older
      changes = LineDifference(from: origin.bytes, to: file.bytes).patch(of: path)
    } else {
      state = origin == nil ? .unknown : .current
    }
  }

  private var text: String {
    switch state {
    case .older:
      "\(path): older than the built-in file, copied from \(version ?? "")\n" + (changes ?? "")
    case .current: "\(path): current, with your changes\n"
    case .same: "\(path): same as the built-in file\n"
    case .unknown:
      "\(path): unknown origin; compare it with 'versus theme show', then export it with "
        + "--keep\n"
    }
  }
}
