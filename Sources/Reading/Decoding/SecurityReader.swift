import Content
import Diagnosing
import Markup

extension SiteReader {
  /// Reads what `security.txt` says.
  static func security(
    _ node: YAMLNode?, into log: inout Diagnostics
  ) -> Site.SecurityContact? {
    guard let node,
      let fields = Fields(node, "security", keys: SiteKeys.security, into: &log),
      let contact = fields.required("contact", into: &log),
      let expires = fields.required("expires", into: &log)?.date("expires", into: &log)
    else { return nil }
    let contacts = contact.locatedItems("contact", into: &log)
    for contact in contacts where !isContact(contact.value) {
      log.report(
        .invalidURL(
          "contact", contact.value,
          expected: "an address such as mailto:security@example.org or https://example.org/report",
          at: contact.span))
    }
    return Site.SecurityContact(
      contacts: contacts.map(\.value), expires: expires,
      policy: fields["policy"]?.url("policy", into: &log))
  }

  /// Whether a text is an address of one line, of a scheme that RFC 9116 names.
  private static func isContact(_ text: String) -> Bool {
    ["mailto:", "https://", "tel:"].contains { text.hasPrefix($0) && text.count > $0.count }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
  }
}
