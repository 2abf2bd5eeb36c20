package import Diagnosing
import System

extension Rule {
  package static let unreadableFile = Rule(
    "unreadable-file",
    summary: "The preview can read every file of the site.",
    cause: "A file disappeared or became unreadable while the preview was running.",
    remedy: "Restore the file or its permissions; the preview goes on with the last good site "
      + "until then.")
}

extension Diagnostic {
  package static func unreadableFile(_ failure: any Error) -> Diagnostic {
    let path = (failure as? FileFailure)?.path ?? "content"
    return Diagnostic(
      .unreadableFile, "\(failure)", at: SourceFile(path: path, bytes: []).start)
  }
}
