import Diagnosing
import Planning
import Rendering
import Writing

/// `versus plan`: what a build would write, and which limits of a host it meets.
enum PlanCommand {
  /// The contract of `plan --format json`.
  struct Result: Encodable {
    let vendors: Int
    let comparisons: Int
    let pages: Int
    let files: Int
    let bytes: Int
    let sitemaps: Int
    let limits: [Limit]
  }

  struct Limit: Encodable {
    let host: String
    let limit: String
    let allowed: Int
    let planned: Int
    let breaksAtVendors: Int?

    var isBroken: Bool { planned > allowed }

    init(_ host: Host, _ measure: SiteSize.Measure, _ allowed: Int, _ size: SiteSize) {
      self.host = host.rawValue
      limit = measure.rawValue
      self.allowed = allowed
      planned = size[measure]
      breaksAtVendors = size.breakingVendorCount(measure, allowed: allowed)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(host, forKey: .host)
      try container.encode(limit, forKey: .limit)
      try container.encode(allowed, forKey: .allowed)
      try container.encode(planned, forKey: .planned)
      // Missing is null, so that scripts find the key.
      try container.encode(breaksAtVendors, forKey: .breaksAtVendors)
    }

    private enum CodingKeys: String, CodingKey {
      case host, limit, allowed, planned, breaksAtVendors
    }
  }

  static func run(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    guard let renderer = try loader.renderer() else {
      loader.report(hasColor: hasColor)
      return .contentWrong
    }
    loader.reportWarnings(hasColor: hasColor)
    let host = try host(invocation)
    if invocation.has(.templates) {
      let costs = TemplateCosts(renderer, source: invocation.source)
      Terminal.print(invocation.format == .json ? jsonText(costs) + "\n" : costs.text)
      return .done
    }
    let size = SiteMeasurer(renderer: renderer, jobs: invocation.jobs).measure()
    let hosts = host.map { [$0] } ?? Host.allCases
    let limits = hosts.flatMap { host in
      host.limits.map { Limit(host, $0.measure, $0.allowed, size) }
    }
    let result = Result(
      vendors: size.vendors, comparisons: size.comparisons, pages: renderer.plan.pageCount,
      files: size.files, bytes: size.bytes, sitemaps: size.sitemaps, limits: limits)
    if invocation.format == .json {
      Terminal.print(jsonText(result) + "\n")
    } else {
      Terminal.print(text(result, hosts))
    }
    return host != nil && limits.contains(where: \.isBroken) ? .checkFailed : .done
  }

  /// The host that was asked for; nil for all of them.
  private static func host(_ invocation: Invocation) throws -> Host? {
    guard let name = invocation[.host] else { return nil }
    if let host = Host(rawValue: name) { return host }
    let names = Host.allCases.map(\.rawValue)
    throw UsageError(
      "no host '\(name)' is known: \(names.joined(separator: ", "))", near: name, among: names)
  }

  private static func text(_ result: Result, _ hosts: [Host]) -> String {
    var lines = [
      counted(result.vendors, "vendor") + ", " + counted(result.comparisons, "comparison") + ", "
        + counted(result.pages, "page"),
      counted(result.files, "file") + ", " + counted(result.bytes, "byte") + ", "
        + counted(result.sitemaps, "sitemap file"),
    ]
    for host in hosts {
      let limits = result.limits.filter { $0.host == host.rawValue }
      lines.append("\(host.name) (\(host.rawValue)):\(limits.isEmpty ? " no limit known" : "")")
      for limit in limits {
        let verdict = limit.isBroken ? "TOO MANY" : "ok"
        let breaking =
          limit.breaksAtVendors.map {
            limit.isBroken ? ", from \($0) vendors on" : ", up to \($0 - 1) vendors"
          }
          ?? ""
        lines.append(
          "  \(limit.limit): \(limit.planned) of \(limit.allowed), \(verdict)\(breaking)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
