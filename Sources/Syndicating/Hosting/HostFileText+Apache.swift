import Planning

/// Apache: `.htaccess`, for servers with `AllowOverride All`, `mod_headers` and `mod_rewrite`.
extension HostFileText {
  var apache: String {
    let lines = headers.map { "Header always set \($0.name) \"\($0.value)\"" }
    let rules = plan.hostRules
    let patterns = (rules.filter(\.isExact) + rules.filter { !$0.isExact }).map {
      apacheRule(Self.pattern($0.from), HostRule.text($0.to, anySlug: "$1"))
    }
    return """
      \(Self.origin)

      DirectoryIndex index.html
      Options -Indexes
      AddDefaultCharset utf-8
      AddCharset utf-8 .css .csv .js .json .md .txt .xml
      AddType text/csv .csv
      AddType text/markdown .md
      ErrorDocument 404 "\(base)404.html"

      \(lines.joined(separator: "\n"))
      Header set Cache-Control "\(ResponseHeader.noCaching)"
      <If "%{REQUEST_URI} =~ m#^\(Self.literal(base))assets/#">
        Header set Cache-Control "\(ResponseHeader.yearOfCaching)"
      </If>
      <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE text/html text/css text/csv text/plain text/xml
        AddOutputFilterByType DEFLATE application/javascript application/json image/svg+xml
      </IfModule>

      RemoveType .br .zst .gz
      AddEncoding br .br
      AddEncoding zstd .zst
      AddEncoding gzip .gz
      <FilesMatch "\\.(br|zst|gz)$">
        Header append Vary Accept-Encoding
      </FilesMatch>

      RewriteEngine On
      RewriteBase "\(base)"
      RewriteCond %{ENV:REDIRECT_STATUS} ^$
      RewriteRule ^404\\.html$ - [R=404,L]
      RewriteRule (^|/)\\.(?!well-known/) - [R=404,L]
      \(apacheCopies)\
      \(patterns.joined())\(apacheReversed)
      """
  }

  /// Compressed copies beside files, from `--precompress`, are sent to those who accept them.
  private var apacheCopies: String {
    [("br", "br"), ("zstd", "zst"), ("gzip", "gz")].map { coding, suffix in
      """
      RewriteCond %{HTTP:Accept-Encoding} \\b\(coding)\\b
      RewriteCond %{REQUEST_FILENAME}.\(suffix) -s
      RewriteRule \\.(html|css|js|json|xml|svg|txt|md|csv)$ %{REQUEST_URI}.\(suffix) [L,E=no-gzip:1]

      """
    }.joined()
  }

  private func apacheRule(_ pattern: String, _ target: String) -> String {
    "RewriteRule ^\(pattern.dropFirst(Self.literal(base).utf8.count))$ \(target) [R=301,L]\n"
  }

  private var apacheReversed: String {
    guard plan.base.isPlain else { return "" }
    let target = reversed(first: "$1", second: "$2")
    let index = plan.comparisonAddress.fileEnding
    return "RewriteCond %{DOCUMENT_ROOT}\(target)\(index) -f\n"
      + apacheRule(comparisonPattern { _ in Self.slug }, target)
  }
}
