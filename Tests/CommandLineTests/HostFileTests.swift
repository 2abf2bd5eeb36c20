import Content
import Foundation
import TestSites
import Testing

/// The files that hosts read (S-01, S-20, Y-04).
@Suite struct HostFileTests {
  /// A site with aliases and a renamed vendor, at an address.
  private func site(_ base: String = "https://compare.example.org/") throws -> Versus {
    let versus = try Versus()
    for folder in ["base", "laws"] {
      let source = TestSite.fixtures.appending(path: folder)
      for (path, data) in try Versus.files(below: source.path()) where path.hasPrefix("content/") {
        guard let text = String(data: data, encoding: .utf8), !data.isEmpty else { continue }
        try versus.write(text, to: path)
      }
    }
    let file = try versus.read("content/site.yaml").split(separator: "\n")
      .filter {
        !["baseURL:", "host:", "security:", "maxPages:", "search:"].contains(where: $0.hasPrefix)
      }
    try versus.write(
      file.joined(separator: "\n") + "\nbaseURL: \(base)\n", to: "content/site.yaml")
    return versus
  }

  private func build(_ versus: Versus, _ host: String) throws {
    let result = try versus.run("build", "-q", "--host", host)
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test(arguments: [
    ("github", [".nojekyll", "CNAME"]), ("cloudflare", ["_headers", "_redirects"]),
    ("netlify", ["_headers", "_redirects"]), ("nginx", ["nginx.conf"]), ("caddy", ["Caddyfile"]),
    ("apache", [".htaccess"]), ("s3", ["s3-website.json"]),
  ])
  func aHostAddsItsFilesAlone(host: String, files: [String]) throws {
    let versus = try site()
    #expect(try versus.run("build", "-q").code == 0)
    let plain = try versus.files(in: "public")
    try build(versus, host)
    let after = try versus.files(in: "public")
    #expect(Set(after.keys).subtracting(plain.keys) == Set(files))
    #expect(plain.allSatisfy { after[$0.key] == $0.value })
    #expect(try versus.run("build", "--verify", "--host", host).code == 0)
    try versus.write("changed", to: "public/\(files[0])")
    #expect(try versus.run("build", "--verify", "--host", host).code == 4)
    // Without the host, the build takes its files away.
    #expect(try versus.run("build", "-q").code == 0)
    #expect(Set(try versus.files(in: "public").keys) == Set(plain.keys))
  }

  @Test func theKeyIsWhatTheOptionReplaces() throws {
    let versus = try site()
    let text = try versus.read("content/site.yaml")
    try versus.write(text + "host: nginx\n", to: "content/site.yaml")
    #expect(try versus.run("build", "-q").code == 0)
    #expect(versus.exists("public/nginx.conf"))
    try build(versus, "caddy")
    #expect(!versus.exists("public/nginx.conf") && versus.exists("public/Caddyfile"))
  }

  @Test func redirectsKeepToTheLimitsOfTheirHost() throws {
    let versus = try site("https://example.org/base/")
    try build(versus, "cloudflare")
    let cloudflare = try versus.read("public/_redirects")
    #expect(cloudflare.contains("/base/old/alpha/ /base/anbieter/alpha/ 301\n"))
    #expect(
      cloudflare.contains(
        "/base/vergleich/delta-vs-:other/ /base/vergleich/beta-vs-:other/ 301\n"))
    try build(versus, "netlify")
    let netlify = try versus.read("public/_redirects")
    // Netlify has no placeholder for a part of a name, and shows pages that exist unless forced.
    #expect(netlify.contains("/base/old/alpha/ /base/anbieter/alpha/ 301!\n"))
    #expect(!netlify.contains(":other"))
  }

  @Test func cloudflareReadsTwoThousandRules() throws {
    let versus = try site()
    let page = "---\ntitle: About\naliases:\n"
    let aliases = (0..<2100).map { "  - /old/\($0)/\n" }.joined()
    try versus.write(page + aliases + "---\nText.\n", to: "content/pages/moved.md")
    try build(versus, "cloudflare")
    let rules = try versus.read("public/_redirects").split(separator: "\n")
    #expect(rules.count { !$0.contains(":other") } == 2000)
    #expect(rules.count { $0.contains(":other") } == 2)
  }

  @Test func headersAreStrict() throws {
    let versus = try site()
    try build(versus, "cloudflare")
    let headers = try versus.read("public/_headers")
    #expect(
      headers.contains(
        "Content-Security-Policy: default-src 'self'; base-uri 'none'; object-src 'none'; "
          + "frame-ancestors 'none'; form-action 'self' https://example.org\n"))
    #expect(headers.contains("Strict-Transport-Security"))
    #expect(headers.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
    #expect(!headers.contains("unsafe"))
  }

  @Test(arguments: [
    ("https://compare.example.org/", true), ("https://someone.github.io/", false),
    ("https://someone.github.io/project/", false),
  ])
  func aDomainOfOnesOwnIsNamed(base: String, isNamed: Bool) throws {
    let versus = try site(base)
    try build(versus, "github")
    #expect(versus.exists("public/CNAME") == isNamed)
    if isNamed { #expect(try versus.read("public/CNAME") == "compare.example.org\n") }
  }

  @Test func aFileOfTheContentStandsInstead() throws {
    let versus = try site()
    try versus.write("mine\n", to: "content/static/CNAME")
    try build(versus, "github")
    #expect(try versus.read("public/CNAME") == "mine\n")
    #expect(versus.exists("public/.nojekyll"))
  }

  @Test func securityTextSaysWhereToReport() throws {
    let versus = try site()
    let text = try versus.read("content/site.yaml")
    try versus.write(
      text + "security: { contact: [ mailto:s@example.org ], expires: 2027-01-31 }\n",
      to: "content/site.yaml")
    #expect(try versus.run("build", "-q").code == 0)
    #expect(
      try versus.read("public/.well-known/security.txt") == """
        Contact: mailto:s@example.org
        Expires: 2027-01-31T00:00:00Z
        Canonical: https://compare.example.org/.well-known/security.txt

        """)
  }

  /// No address and no key adds a line, a rule or a placeholder: what a host would read otherwise
  /// than a browser is refused.
  @Test(arguments: ["cloudflare", "nginx", "caddy", "apache"])
  func noTextAddsARule(host: String) throws {
    let keys = [
      #"baseURL: "https://exa@mple.org/""#, #"baseURL: "https://example.org/zz@q/""#,
      #"newsletter: { title: T, action: "https://zz@q.org/x" }"#,
      #"security: { contact: ["mailto:zz@q"], expires: 2027-01-31 }"#,
      #"security: { contact: [tel:1], expires: 2027-01-31, policy: "https://x.org/zz@q" }"#,
      #"paths: { vendor: "/zz@q/\\(vendor)/" }"#,
      #"paths: { comparison: "/zz@q/\\(left)-vs-\\(right)/" }"#,
    ]
    let texts = [
      #"\nx"#, #"\rx"#, "$x", #"\""#, "{env.HOME}", "}", " ", ";", "*", ":x", "%0a", #"\\"#,
    ]
    let versus = try site()
    let names = ["_headers", "_redirects", "nginx.conf", "Caddyfile", ".htaccess", "CNAME"]
    func files() throws -> [String] {
      try names.filter { versus.exists("public/" + $0) }.map { try versus.read("public/" + $0) }
    }
    try build(versus, host)
    let counts = try files().map { $0.split(separator: "\n").count }
    var refused = 0
    for (key, text) in keys.flatMap({ key in texts.map { (key, $0) } }) {
      let line = key.replacing("@", with: text)
      let base = line.hasPrefix("baseURL") ? "" : "baseURL: https://compare.example.org/\n"
      try versus.write("title: T\n\(base)\(line)\n", to: "content/site.yaml")
      let result = try versus.run("build", "-q", "--host", host)
      if result.code == 1 { refused += 1; continue }
      #expect(result.code == 0, "\(line): \(result.errors)")
      let found = try files().map { $0.split(separator: "\n").count }
      // A site below a path has no domain of its own, and so no CNAME.
      #expect(line.hasPrefix("baseURL") || found == counts, "\(line)")
      for file in try files() {
        #expect(!file.contains("zz" + text) && !file.contains("exa" + text), "\(line)")
      }
      if versus.exists("public/.well-known/security.txt") {
        let lines = try versus.read("public/.well-known/security.txt").split(separator: "\n")
        #expect(lines.allSatisfy { $0.contains(": ") } && (3...4).contains(lines.count), "\(line)")
      }
    }
    #expect(refused > keys.count * texts.count / 2)
  }

  // MARK: Servers

  @Test(arguments: Server.allCases, ["/", "/base/"])
  func aServerAnswersAsItsFileSays(server: Server, base: String) throws {
    try #require(
      server.isInstalled, "\(server) is not installed; run 'Scripts/setup test'")
    let run = try server.start(base: base) { address in
      let versus = try site(address)
      try build(versus, server.rawValue)
      return versus
    }
    defer { run.stop() }
    let home = try run.ask("")
    #expect(home.status == 200)
    #expect(home["content-type"] == "text/html; charset=utf-8")
    #expect(home["content-security-policy"]?.hasPrefix("default-src 'self'; base-uri") == true)
    #expect(home["x-content-type-options"] == "nosniff")
    #expect(home["cache-control"] == "public, max-age=0, must-revalidate")
    #expect(home["etag"] != nil)
    let moves = [
      ("vergleich/beta-vs-alpha/", "vergleich/alpha-vs-beta/"), ("old/alpha/", "anbieter/alpha/"),
      ("anbieter/delta/", "anbieter/beta/"),
      ("vergleich/alpha-vs-delta/", "vergleich/alpha-vs-beta/"),
    ]
    for (old, new) in moves {
      let answer = try run.ask(old)
      #expect(answer.status == 301, "\(server) \(old)")
      #expect(answer["location"]?.hasSuffix(base + new) == true, "\(server) \(old)")
    }
    #expect(try run.ask("vergleich/alpha-vs-beta/").status == 200)
    let hidden = [
      "nowhere/", "vergleich/nope-vs-alpha/", "404.html", "nginx.conf", "Caddyfile", ".htaccess",
      "assets/nothing.css",
    ]
    for path in hidden {
      let answer = try run.ask(path)
      #expect(answer.status == 404, "\(server) \(path)")
      #expect(answer["content-security-policy"] != nil, "\(server) \(path)")
      #expect(answer["cache-control"]?.contains("immutable") == false, "\(server) \(path)")
      #expect(answer.body == run.site["404.html"], "\(server) \(path)")
    }
    let asset = try #require(
      run.site.keys.first { $0.hasPrefix("assets/") && $0.hasSuffix(".css") })
    let style = try run.ask(asset)
    #expect(style["cache-control"] == "public, max-age=31536000, immutable")
    #expect(style["x-content-type-options"] == "nosniff" && style.body == run.site[asset])
    let packed = try run.ask(asset, "--compressed")
    #expect(packed["content-encoding"] != nil && packed.body == run.site[asset])
  }

  /// Compressed copies are sent as they are, with the type of the file.
  @Test(arguments: Server.allCases) func aServerSendsTheCopies(server: Server) throws {
    try #require(
      server.isInstalled, "\(server) is not installed; run 'Scripts/setup test'")
    let run = try server.start(base: "/copies/") { address in
      let versus = try site(address)
      let result = try versus.run("build", "-q", "--precompress", "--host", server.rawValue)
      #expect(result.code == 0, "\(result.errors)")
      return versus
    }
    defer { run.stop() }
    let codings = ["gzip": ".gz", "br": ".br", "zstd": ".zst"]
    for (coding, suffix) in codings where server != .nginx || coding == "gzip" {
      let page = try run.ask("", "-H", "Accept-Encoding: \(coding)")
      #expect(page.status == 200 && page["content-encoding"] == coding, "\(server) \(coding)")
      #expect(page.body == run.site["index.html" + suffix], "\(server) \(coding)")
      #expect(page["content-type"] == "text/html; charset=utf-8", "\(server) \(coding)")
      #expect(page["vary"]?.lowercased().contains("accept-encoding") == true)
    }
    let plain = try run.ask("", "-H", "Accept-Encoding: identity")
    #expect(plain["content-encoding"] == nil && plain.body == run.site["index.html"])
    let text = try run.ask("index.md")
    #expect(text["content-type"]?.hasPrefix("text/markdown") == true, "\(server)")
  }
}
