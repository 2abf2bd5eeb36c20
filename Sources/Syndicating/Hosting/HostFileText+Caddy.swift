import Content
import Planning

/// Caddy: a whole configuration. Caddy gets the certificate by itself.
extension HostFileText {
  var caddy: String {
    let headers =
      (headers + [ResponseHeader(name: "Cache-Control", value: ResponseHeader.noCaching)])
      .map { "\t\t\t\($0.name) \"\($0.value)\"\n" }.joined()
    let rules = plan.hostRules
    let scope =
      base == "/" ? "route {" : "route \(base)* {\n\t\turi strip_prefix \(base.dropLast())"
    return """
      \(Self.origin)
      #
      # SITE_ROOT=/srv/site/current caddy run --config /srv/site/current/Caddyfile

      {$SITE_ADDRESS:\(plan.base.origin)} {
      \troot * {$SITE_ROOT:.}
      \tencode zstd gzip
      \t\(scope)
      \t\theader {
      \(headers)\t\t}
      \t\theader /assets/* Cache-Control "\(ResponseHeader.yearOfCaching)"
      \t\t@hidden {
      \t\t\tpath */.* /Caddyfile /404.html
      \t\t\tnot path /.well-known/*
      \t\t}
      \t\terror @hidden 404
      \(rules.filter(\.isExact).map(caddyExact).joined())\
      \(rules.filter { !$0.isExact }.enumerated().map(caddyPattern).joined())\
      \(caddyReversed)\
      \t\tfile_server {
      \t\t\tprecompressed zstd br gzip
      \t\t}
      \t}
      \thandle_errors {
      \t\theader Cache-Control "\(ResponseHeader.noCaching)"
      \t\trewrite * /404.html
      \t\tfile_server
      \t}
      }

      """
  }

  /// An address as seen after the base path was taken away.
  private func inside(_ address: some StringProtocol) -> String {
    "/" + address.dropFirst(base.utf8.count)
  }

  private func caddyExact(_ rule: HostRule) -> String {
    let (from, to) = (
      HostRule.text(rule.from, anySlug: ""), HostRule.text(rule.to, anySlug: "")
    )
    return "\t\tredir \(inside(from)) \(to) 301\n"
  }

  private func caddyPattern(_ index: Int, _ rule: HostRule) -> String {
    let name = "renamed\(index)"
    let from = "/" + Self.pattern(rule.from).dropFirst(Self.literal(base).utf8.count)
    return """
      \t\t@\(name) path_regexp \(name) ^\(from)$
      \t\tredir @\(name) \(HostRule.text(rule.to, anySlug: "{re.\(name).1}")) 301

      """
  }

  private var caddyReversed: String {
    guard plan.base.isPlain else { return "" }
    let whole = comparisonPattern { _ in Self.slug }
    let pattern = "/" + whole.dropFirst(Self.literal(base).utf8.count)
    let target = reversed(first: "{re.pair.1}", second: "{re.pair.2}")
    let index = plan.comparisonAddress.fileEnding
    return """
      \t\t@pair path_regexp pair ^\(pattern)$
      \t\troute @pair {
      \t\t\t@reversed file \(inside(target))\(index)
      \t\t\tredir @reversed \(target) 301
      \t\t}

      """
  }
}
