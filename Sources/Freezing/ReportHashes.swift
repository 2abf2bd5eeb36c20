import Diagnosing
import Hashing

/// The SHA-256 of reports, each made once however many frozen weeks hold it.
struct ReportHashes {
  private var known: [String: String] = [:]

  mutating func hash(of file: SourceFile) -> String {
    if let hash = known[file.path] { return hash }
    let hash = SHA256.digest(of: file.bytes)
    known[file.path] = hash
    return hash
  }
}
