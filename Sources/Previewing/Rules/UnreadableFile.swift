package import Diagnosing
import System

extension Diagnostic {
  /// The machine failed while a site was read again; a preview says so and goes on.
  package static func unreadableFile(_ failure: any Error) -> Diagnostic {
    let path = (failure as? FileFailure)?.path ?? "content"
    return Diagnostic(
      rule: "unreadable-file", "\(failure)", at: SourceFile(path: path, bytes: []).start)
  }
}
