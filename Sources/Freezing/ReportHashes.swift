import Diagnosing
import Hashing

/// The SHA-256 of each report, computed once however many frozen weeks contain it.
struct ReportHashes {
  private var known: [String: String] = [:]

  mutating func hash(of file: SourceFile) -> String {
    if let hash = known[file.path] { return hash }
    let hash = SHA256.digest(of: file.bytes)
    known[file.path] = hash
    return hash
  }
}
