import Foundation
import Testing

/// The files and folders that documents name exist in this repository.
struct DocumentTests {
  private static let folders = [
    "Sources/", "Tests/", "templates/", "docs/", "Examples/", "Benchmarks/", "Scripts/",
    "Fuzzing/", "Plugins/",
  ]

  /// Returns the paths in backticks, without patterns.
  private func paths(in text: String) -> [String] {
    text.split(separator: "\n").flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }.filter { path in
      Self.folders.contains { path.hasPrefix($0) }
        && !path.contains { "<*… ".contains($0) || $0.isNewline } && !path.contains("NAME")
    }
  }

  /// Returns the targets of links to files, relative to the document.
  private func links(in text: String) -> [String] {
    text.split(separator: "](").dropFirst().compactMap { part in
      let target = part.prefix { $0 != ")" && $0 != "#" }
      return target.isEmpty || target.contains(":") ? nil : String(target)
    }
  }

  @Test(arguments: try Project.documents())
  func filesThatAreNamedExist(document: String) throws {
    let text = try Project.read(document)
    for path in paths(in: text) { #expect(Project.exists(path), "\(document) names \(path)") }
    let folder = document.split(separator: "/").dropLast().joined(separator: "/")
    for link in links(in: text) {
      #expect(Project.exists(folder + "/" + link), "\(document) links to \(link)")
    }
  }

  // MARK: Code

  /// Names that are Swift's.
  private static let foreign: Set<Substring> = ["Any", "Character", "Dictionary", "Mutex", "Set"]

  /// Types, files and folders of code are where a document says, as in "`A` and `B` in `Sources/C`";
  /// without a folder, they are anywhere.
  @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func codeThatIsNamedExists(document: String) throws {
    let code = try Code()
    var count = 0
    for line in try Project.read(document).split(separator: "\n") {
      var names: [Substring] = []
      for (index, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      {
        if index % 2 == 0 {
          if ![", ", " and ", " in "].contains(part) { names = [] }
        } else if part.hasPrefix("Sources/") {
          for name in names {
            let isThere = code.has(name, below: part)
            #expect(isThere, "\(document): \(name) is not in \(part)")
          }
          names = []
        } else if isName(part), !Self.foreign.contains(part) {
          names.append(part)
          count += 1
          let isSomewhere = Project.exists(String(part)) || code.has(part, below: "")
          #expect(isSomewhere, "\(document): nothing is called \(part)")
        }
      }
    }
    #expect(count > 10)
  }

  private func isName(_ text: Substring) -> Bool {
    text.first?.isUppercase == true && text.contains(where: \.isLowercase)
      && text.allSatisfy { $0.isLetter || $0 == "+" }
  }

  /// The Swift files of the program and its tests.
  private struct Code {
    let files: [String]
    private let texts: [String: Data]

    init() throws {
      files = try ["Sources", "Tests"].flatMap(Project.files)
      var texts: [String: Data] = [:]
      for file in files where file.hasSuffix(".swift") {
        texts[file] = try Data(contentsOf: Project.root.appending(path: file))
      }
      self.texts = texts
    }

    /// Whether a file or folder has the name, or a type that a file declares.
    func has(_ name: Substring, below folder: Substring) -> Bool {
      let files = files.filter { $0.hasPrefix(folder) }
      let isFile = files.contains { file in
        file.split(separator: "/").contains { $0 == name || $0 == name + ".swift" }
      }
      if isFile { return true }
      let declarations = ["struct", "class", "enum", "protocol", "typealias"].map {
        Data("\($0) \(name)".utf8)
      }
      return files.compactMap { texts[$0] }.contains { text in
        declarations.contains { text.range(of: $0) != nil }
      }
    }
  }
}
