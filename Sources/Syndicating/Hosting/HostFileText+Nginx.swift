import Content
import Planning

/// nginx: what a `server` block includes.
extension HostFileText {
  var nginx: String {
    let headers = headers.map { Self.nginxHeader($0.name, $0.value) }
    let rules = plan.hostRules
    return """
      \(Self.origin)
      #
      # server {
      #   listen 80;
      #   server_name \(plan.base.host);
      #   root /srv/site/current;  # the folder that '\(base)' is in
      #   include /srv/site/current/nginx.conf;
      # }

      index index.html;
      charset utf-8;
      charset_types text/css text/csv text/markdown text/plain text/xml application/javascript
        application/json;
      absolute_redirect off;
      gzip on;
      gzip_static on;
      gzip_vary on;
      gzip_types text/css text/csv text/markdown text/plain text/xml application/javascript
        application/json image/svg+xml;
      \((headers + [Self.nginxHeader("Cache-Control", ResponseHeader.noCaching)])
        .joined(separator: "\n"))
      error_page 404 "\(base)404.html";

      location ^~ "\(base)assets/" {
        \((headers + [Self.nginxHeader("Cache-Control", ResponseHeader.yearOfCaching)])
          .joined(separator: "\n  "))
      }
      location = "\(base)404.html" { internal; }
      location = "\(base)nginx.conf" { return 404; }
      location ~ "/\\.(?!well-known/)" { return 404; }
      location ~ "\\.csv$" { types { } default_type text/csv; }
      location ~ "\\.md$" { types { } default_type text/markdown; }

      \(rules.filter(\.isExact).map(Self.nginxExact).joined())\
      \(rules.filter { !$0.isExact }.map(Self.nginxPattern).joined())
      \(nginxReversed)
      """
  }

  private static func nginxHeader(_ name: String, _ value: String) -> String {
    "add_header \(name) \"\(value)\" always;"
  }

  private static func nginxExact(_ rule: HostRule) -> String {
    let to = HostRule.text(rule.to, anySlug: "")
    return "location = \"\(HostRule.text(rule.from, anySlug: ""))\" { return 301 \"\(to)\"; }\n"
  }

  private static func nginxPattern(_ rule: HostRule) -> String {
    let to = HostRule.text(rule.to, anySlug: "$1")
    return "location ~ \"^\(pattern(rule.from))$\" { return 301 \"\(to)\"; }\n"
  }

  /// The reversed address of a pair leads to the pair's page (S-01).
  private var nginxReversed: String {
    guard plan.base.isPlain else { return "" }
    let pattern = comparisonPattern { "(?<versus_\($0)>[a-z0-9-]+)" }
    let target = reversed(first: "${versus_1}", second: "${versus_2}")
    let index = plan.comparisonAddress.fileEnding
    return """
      location ~ "^\(pattern)$" { try_files "${uri}\(index)" @reversed; }
      location @reversed {
        if (-f "$document_root\(target)\(index)") { return 301 "\(target)"; }
        return 404;
      }

      """
  }
}
