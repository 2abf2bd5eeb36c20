import Testing

/// The files and folders that documents name exist in this repository.
struct DocumentTests {
  private static let folders = [
    "Sources/", "Tests/", "templates/", "docs/", "Examples/", "Benchmarks/", "Scripts/",
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
}
