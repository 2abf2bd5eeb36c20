import Comparing
import Content
import Planning

/// Writes the files that hosts and servers read.
///
/// Input: the plan. Output: the text of any one file.
struct HostFileText {
  let plan: SitePlan
  let headers: [ResponseHeader]

  init(_ plan: SitePlan) {
    self.plan = plan
    headers = ResponseHeader.all(for: plan)
  }

  func text(of file: HostFile) -> String {
    switch file {
    case .headers: headerLines
    case .redirects: redirectLines
    case .noJekyll: ""
    case .domain: (plan.ownDomain ?? "") + "\n"
    case .nginx: nginx
    case .caddy: caddy
    case .apache: apache
    case .s3: s3
    case .security: security
    }
  }

  var base: String { plan.base.path }

  /// The text that begins files with comments.
  static let origin = "# Written by versus from site.yaml; a build replaces it."

  // MARK: Cloudflare and Netlify

  /// The most rules for single addresses, and for many, that Cloudflare reads.
  private static let cloudflare = (exact: 2000, patterns: 100)

  private var headerLines: String {
    let lines = headers.map { "  \($0.name): \($0.value)\n" }.joined()
    return """
      \(base)*
      \(lines)\(base)assets/*
        Cache-Control: \(ResponseHeader.yearOfCaching)

      """
  }

  /// Neither host can tell a reversed comparison from one that exists: Cloudflare redirects pages
  /// that exist, too, and Netlify has no part of a name as a placeholder. The 404 page does it.
  private var redirectLines: String {
    let rules = plan.hostRules
    let exact = rules.filter(\.isExact)
    let patterns = plan.host == .netlify ? [] : rules.filter { !$0.isExact }
    let (kept, others) =
      plan.host == .netlify
      ? (exact[...], patterns[...])
      : (exact.prefix(Self.cloudflare.exact), patterns.prefix(Self.cloudflare.patterns))
    return (kept + others).map {
      let to = HostRule.text($0.to, anySlug: ":other")
      // Netlify serves a page that exists unless the rule is forced, and each alias has a page.
      let code = plan.host == .netlify ? "301!" : "301"
      return "\(HostRule.text($0.from, anySlug: ":other")) \(to) \(code)\n"
    }.joined()
  }

  // MARK: S3

  /// Rules of S3 are for all addresses with a beginning, so none can be for one page.
  private var s3: String {
    """
    {
      "IndexDocument": { "Suffix": "index.html" },
      "ErrorDocument": { "Key": "\(base.dropFirst())404.html" }
    }

    """
  }

  // MARK: Any host

  private var security: String {
    guard let contact = plan.edition.library.site.security else { return "" }
    let lines =
      contact.contacts.map { "Contact: \($0)" }
      + ["Expires: \(contact.expires.text)T00:00:00Z"]
      + (contact.policy.map { ["Policy: \($0)"] } ?? [])
      + ["Canonical: \(plan.canonical(of: .document(.hostFile(.security))))"]
    return lines.map { $0 + "\n" }.joined()
  }
}
