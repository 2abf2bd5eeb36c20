extension Site {
  /// A host or a server that reads files of the site, such as `_headers` or `.htaccess`.
  package enum Host: String, Sendable, CaseIterable {
    case github, cloudflare, netlify, nginx, caddy, apache, s3
  }

  /// Where problems of security are reported: the contents of `security.txt` (RFC 9116).
  package struct SecurityContact: Sendable {
    /// Addresses of the schemes `mailto`, `https` and `tel`, the preferred one first.
    package let contacts: [String]
    package let expires: CalendarDate
    package let policy: String?

    package init(contacts: [String], expires: CalendarDate, policy: String?) {
      self.contacts = contacts
      self.expires = expires
      self.policy = policy
    }
  }
}
