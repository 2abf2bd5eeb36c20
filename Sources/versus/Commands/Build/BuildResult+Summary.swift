import Diagnosing
import Writing

extension BuildResult {
  /// Returns the result as text.
  func summary(in output: String) -> String {
    """
    \(week): \(counted(vendors, "vendor")), \(counted(comparisons, "comparison")), \
    \(counted(pages, "page")) in \(output)
    \(changes), peak memory \(megabytes(peakMemoryBytes))

    """
  }

  private var changes: String {
    // A rate would be meaningless if no pages were rendered.
    if written + removed == 0 {
      return "nothing to do, \(counted(unchanged, "file")) unchanged; \(megabytes(bytes))"
    }
    let rate = seconds > 0 ? ", \(Int(Double(pages) / seconds)) pages/s" : ""
    return "\(written) written, \(unchanged) unchanged, \(removed) removed; "
      + megabytes(bytes) + rate
  }

  private func megabytes(_ bytes: Int) -> String {
    let kilobytes = (bytes + 512) / 1024
    return kilobytes < 1000 ? "\(kilobytes) kB" : "\((bytes + 524_288) / 1_048_576) MB"
  }
}
