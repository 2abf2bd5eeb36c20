import Diagnosing
import Glibc
import System
import Writing

/// The output of a build as one archive: a file whose name ends with `.tar`, or standard output.
struct ArchiveOutput {
  private let invocation: Invocation
  /// The path; nil for the standard output.
  private let path: String?

  /// Returns nil when the output is a folder.
  ///
  /// - Throws: `UsageError` for options that need a folder, and for a terminal.
  init?(_ invocation: Invocation) throws {
    let output = invocation.output
    let isFolder = fileStatus(output)?.isFolder == true
    guard output == "-" || output.hasSuffix(".tar") && !isFolder else { return nil }
    for option in [Option.verify, .precompress] where invocation.has(option) {
      throw UsageError("'--\(option.name)' needs a folder, and '\(output)' is an archive")
    }
    if output == "-", isatty(STDOUT_FILENO) == 1 {
      throw UsageError("an archive is not written to a terminal; name a file, or pipe it to tar")
    }
    if let reason = OutputFolder.overlap(of: output, withSource: invocation.source) {
      throw UsageError("'\(output)' \(reason); choose another place with --output")
    }
    self.invocation = invocation
    path = output == "-" ? nil : output
  }

  func write(_ archiver: SiteArchiver) throws -> BuildResult {
    Interruption.allowOrderlyEnd()
    if let path {
      return try writeFile(to: path) { try archiver.write(to: $0, named: path) }
    }
    let name = "standard output"
    guard let file = OutputFile.standardOutput() else {
      throw FileFailure("cannot write to", name)
    }
    return try archiver.write(to: file, named: name)
  }

  /// Prints the result; beside the archive, if that is on the standard output.
  func tell(_ result: BuildResult) {
    let text =
      switch invocation.format {
      case .json: jsonText(result) + "\n"
      case .text where !invocation.isQuiet: result.summary(in: path ?? "the archive")
      default: ""
      }
    if path == nil { Terminal.note(text) } else { Terminal.print(text) }
  }
}
