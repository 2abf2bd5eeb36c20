import Diagnosing
import Hashing

/// The SHA-256 of each report, computed only once even if several frozen weeks contain the report.
struct ReportHashes {
  private var known: [String: String] = [:]

  mutating func hash(of file: SourceFile) -> String {
    if let hash = known[file.path] { return hash }
    let hash = SHA256.digest(of: file.bytes)
    known[file.path] = hash
    return hash
  }
}
