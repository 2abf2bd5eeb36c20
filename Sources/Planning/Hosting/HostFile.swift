import Comparing
import Content

/// A file that a host or a server reads. The raw value is its path.
package enum HostFile: String, Sendable, CaseIterable {
  case headers = "_headers"
  case redirects = "_redirects"
  case noJekyll = ".nojekyll"
  case domain = "CNAME"
  case nginx = "nginx.conf"
  case caddy = "Caddyfile"
  case apache = ".htaccess"
  case s3 = "s3-website.json"
  case security = ".well-known/security.txt"

  /// Whether no address of the site stands in the file in a form of the host's own.
  var isWithoutAddresses: Bool { [.noJekyll, .domain, .security, .s3].contains(self) }
}

extension SitePlan {
  /// The files for the host. A file of `content/static/` at the same path stands instead.
  var hostFiles: [HostFile] {
    var files: [HostFile] =
      switch host {
      case .github: ownDomain == nil ? [.noJekyll] : [.noJekyll, .domain]
      case .cloudflare, .netlify: [.headers, .redirects]
      case .nginx: [.nginx]
      case .caddy: [.caddy]
      case .apache: [.apache]
      case .s3: [.s3]
      case nil: []
      }
    if edition.library.site.security != nil { files.append(.security) }
    if files.isEmpty { return [] }
    let own = Set(edition.library.statics.map(\.path))
    return files.filter { !own.contains($0.rawValue) }
  }

  /// The domain that GitHub Pages serves the site at; nil where that is GitHub's own, or where the
  /// site is below a path, as those of projects are.
  package var ownDomain: String? {
    let domain = base.host.prefix { $0 != ":" }
    return base.path == "/" && !domain.hasSuffix(".github.io") && domain.contains(".")
      ? String(domain) : nil
  }
}
