import Diagnosing
import Writing

/// The result of `build --verify`: the files that differ from what a build would write.
struct OutputDifferences {
  let files: [OutputDifference]
  let output: String

  /// The limit on the files that the text names.
  private static let shown = 20

  func print(for invocation: Invocation) {
    if invocation.format == .json {
      let missing = files.filter { $0.kind == .missing }
      Terminal.print(
        jsonText(["different": files.map(\.path), "missing": missing.map(\.path)]) + "\n")
      return
    }
    for file in files.prefix(Self.shown) {
      Terminal.note("\(output)/\(file.path): \(file.kind.text)\n")
    }
    if files.count > Self.shown { Terminal.note("… and \(files.count - Self.shown) more\n") }
    if !invocation.isQuiet { Terminal.print(summary) }
  }

  private var summary: String {
    files.isEmpty
      ? "every file is what a build would write\n"
      : "\(counted(files.count, "file")) not as a build would leave them; "
        + "'versus build --force' fixes that\n"
  }
}

extension OutputDifference.Kind {
  fileprivate var text: String {
    switch self {
    case .differs: "differs"
    case .missing: "is missing"
    case .outdated: "no longer belongs to the site"
    }
  }
}
