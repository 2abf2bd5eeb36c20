import Diagnosing
import Planning

extension PlanResult {
  /// Returns the result as text: the size of the site, and the limits of each host that it meets.
  func text(for hosts: [Host]) -> String {
    let lines =
      [
        counted(vendors, "vendor") + ", " + counted(comparisons, "comparison") + ", "
          + counted(pages, "page"),
        counted(files, "file") + ", " + sizeText + ", "
          + counted(sitemaps, "sitemap file"),
      ] + hosts.flatMap(lines(of:))
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of host: Host) -> [String] {
    let limits = limits.filter { $0.host == host.rawValue }
    let title = "\(host.name) (\(host.rawValue)):\(limits.isEmpty ? " no limit known" : "")"
    return [title] + limits.map(\.text)
  }
}

extension PlanResult.Limit {
  fileprivate var text: String {
    let breaking = breaksAtVendors.map {
      isBroken ? ", from \($0) vendors on" : ", up to \($0 - 1) vendors"
    }
    let verdict = isBroken ? "TOO MANY" : "ok"
    return "  \(limit): \(planned) of \(allowed), \(verdict)\(breaking ?? "")"
  }
}
