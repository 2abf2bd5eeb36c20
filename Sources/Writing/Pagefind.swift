import System

/// The program Pagefind, which makes an index that browsers search without a server.
struct Pagefind {
  /// The program and the arguments that start it.
  private let words: [String]

  /// The program, alone or as a module of Python; nil where it is not installed.
  static var installed: Pagefind? {
    [["pagefind"], ["python3", "-m", "pagefind"]].first { words in
      runProgram(
        words + ["--version"], output: "/dev/null", errors: "/dev/null", within: 60) == 0
    }.map { Pagefind(words: $0) }
  }

  /// What repeats other pages: lists of comparisons, contents and forms.
  private static let ignored = "nav, form, section[aria-labelledby=comparisons]"

  /// What comes with an index for pages of Pagefind's own design, which ours do not load.
  private static let unused = [
    "pagefind-component-ui.css", "pagefind-component-ui.js", "pagefind-highlight.js",
    "pagefind-modular-ui.css", "pagefind-modular-ui.js", "pagefind-ui.css", "pagefind-ui.js",
  ]

  /// Indexes the pages in a folder.
  ///
  /// - Returns: what Pagefind said last, where it failed.
  func failure(indexing site: String, into index: String, _ work: WorkFolder) -> FileFailure? {
    let arguments = [
      "--site", site, "--output-path", index, "--exclude-selectors", Self.ignored, "--silent",
    ]
    let code = runProgram(
      words + arguments, output: work.file("output"), errors: work.file("errors"))
    guard code == 0, let folder = try? Folder(index) else {
      let said = (try? InputFile(work.file("errors")).bytes(atMost: 1 << 20)) ?? []
      let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
      return FileFailure(
        "cannot index", site,
        because: "pagefind ended with code \(code ?? 127): \(lines.last ?? "it did not say why")")
    }
    for name in Self.unused { folder.removeTree(name) }
    return nil
  }
}
