import Comparing
import Content

/// A redirect that a host can make. Addresses include the base path.
package struct HostRule: Sendable {
  /// An address is text, or any slug, which both addresses share.
  package enum Part: Sendable, Equatable {
    case text(String)
    case anySlug
  }

  package let from: [Part]
  package let to: [Part]

  /// Writes an address, with a text of the host's for the slug.
  package static func text(_ address: [Part], anySlug: String) -> String {
    address.map { if case .text(let text) = $0 { text } else { anySlug } }.joined()
  }

  /// Whether the rule is for a single address.
  package var isExact: Bool { !from.contains(.anySlug) }
}

extension SitePlan {
  /// The redirects of aliases and old addresses, then those of the comparisons of renamed vendors.
  ///
  /// None where the base path has characters that mean something to hosts; such a site has no files
  /// for them.
  package var hostRules: [HostRule] {
    guard base.isPlain else { return [] }
    let exact = redirects.map {
      HostRule(
        from: [.text(base.path + $0.from.dropFirst())], to: [.text(link(to: $0.to))])
    }
    return exact
      + renamed.flatMap { renamed in
        let (old, new) = (
          HostRule.Part.text(renamed.from.text), HostRule.Part.text(renamed.to.text)
        )
        return [
          HostRule(from: comparison(old, .anySlug), to: comparison(new, .anySlug)),
          HostRule(from: comparison(.anySlug, old), to: comparison(.anySlug, new)),
        ]
      }
  }

  private func comparison(_ left: HostRule.Part, _ right: HostRule.Part) -> [HostRule.Part] {
    [.text(String(base.path.dropLast()))]
      + comparisonAddress.parts(left, right, literal: { .text($0) })
  }
}

extension BaseAddress {
  /// Whether the path consists of letters, digits and `-`, `_`, `.`, `~` and `/`.
  package var isPlain: Bool {
    path.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
        || "-_.~/".utf8.contains(byte)
    }
  }
}
