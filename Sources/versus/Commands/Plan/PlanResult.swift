import Diagnosing
import Planning

/// What a build would write: the contract of `plan --format json`.
struct PlanResult: Encodable {
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
      // A missing value is null, so that scripts find the key.
      try container.encode(breaksAtVendors, forKey: .breaksAtVendors)
    }

    private enum CodingKeys: String, CodingKey {
      case host, limit, allowed, planned, breaksAtVendors
    }
  }

  let vendors: Int
  let comparisons: Int
  let pages: Int
  let files: Int
  let bytes: Int
  let sitemaps: Int
  let limits: [Limit]
  /// Not part of the contract.
  private let isEstimate: Bool

  private enum CodingKeys: CodingKey {
    case vendors, comparisons, pages, files, bytes, sitemaps, limits
  }

  /// The bytes as people read them.
  var sizeText: String { (isEstimate ? "about " : "") + counted(bytes, "byte") }

  init(_ size: SiteSize, pages: Int, hosts: [Host]) {
    vendors = size.vendors
    comparisons = size.comparisons
    self.pages = pages
    files = size.files
    bytes = size.bytes
    sitemaps = size.sitemaps
    isEstimate = size.isEstimate
    limits = hosts.flatMap { host in
      host.limits.map { Limit(host, $0.measure, $0.allowed, size) }
    }
  }
}
