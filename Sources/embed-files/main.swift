// Writes a Swift file that holds the files of some folders: `embed-files OUTPUT ROOT FOLDER…`.
//
// Each file becomes one string literal, which compiles fast. A file that is not UTF-8 becomes a
// list of its bytes. Files whose name begins with a dot are left out.

import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-files OUTPUT ROOT FOLDER…\n".utf8))
  exit(2)
}
let output = arguments[1]
let root = URL(filePath: arguments[2], directoryHint: .isDirectory)

/// A Swift string literal of any text, on one line.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\0"..<" ": result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A Swift expression of type `[UInt8]`.
func bytes(_ data: Data) -> String {
  if let text = String(data: data, encoding: .utf8), Array(text.utf8) == Array(data) {
    return "Array(\(literal(text)).utf8)"
  }
  return "[" + data.map { String($0) }.joined(separator: ",") + "]"
}

/// The files below a folder, by path relative to it, in byte order.
func files(in folder: String) throws -> [(path: String, data: Data)] {
  let base = root.appending(path: folder)
  let names = try FileManager.default.subpathsOfDirectory(atPath: base.path())
  let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return try sorted.compactMap { name in
    let url = base.appending(path: name)
    var isFolder: ObjCBool = false
    _ = unsafe FileManager.default.fileExists(atPath: url.path(), isDirectory: &isFolder)
    let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
    guard !isFolder.boolValue, !isHidden else { return nil }
    return (name, try Data(contentsOf: url))
  }
}

var source = """
  /// The files that the binary carries, by folder and path. Generated; do not edit.
  enum EmbeddedFiles {
    static let folders: [String: [(path: String, bytes: [UInt8])]] = [

  """
for folder in arguments.dropFirst(2) {
  source += "    \(literal(folder)): [\n"
  for file in try files(in: folder) {
    source += "      (\(literal(file.path)), \(bytes(file.data))),\n"
  }
  source += "    ],\n"
}
source += "  ]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
