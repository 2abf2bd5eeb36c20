import Comparing
import Content
import Diagnosing
import Markup
import Planning
import Reading

/// Checks literal addresses in the site's own templates.
///
/// Literal addresses are written to pages unchanged, so those that start with `/` must include the
/// base path. Relative addresses are skipped, because they differ from page to page. Values are
/// skipped as well, because the engine makes their addresses.
extension LinkChecker {
  mutating func checkTemplates(into log: inout Diagnostics) {
    for file in renderer.theme.ownTemplates {
      for attribute in AddressAttributes.all(in: file.bytes) {
        let span = SourceSpan(file: file, range: attribute.range)
        // A backslash begins a value of the template.
        if span.bytes.contains(UInt8(ascii: "\\")) { continue }
        follow(Located(span.text, at: span), isFile: attribute.name == "src", into: &log)
      }
    }
  }

  private mutating func follow(
    _ literal: Located<String>, isFile: Bool, into log: inout Diagnostics
  ) {
    let address = WrittenAddress(literal.value)
    if address.isOutside { return }
    guard let path = address.decodedPath, path.hasPrefix("/") else {
      if address.path.isEmpty { followAnchor(address.anchor, at: literal.span, into: &log) }
      return
    }
    let base = renderer.plan.base.path
    guard path.hasPrefix(base) || path + "/" == base else {
      log.report(.deadLink(literal.value, outside: base, at: literal.span))
      return
    }
    let local = String(path.dropFirst(base.count))
    switch renderer.links.find("/" + local) {
    // An asset is published only under its fingerprinted name.
    case .file(let file) where file != local:
      log.report(
        .missingFile(
          "file '\(local)'", at: literal.span,
          suggestion: #"\(asset("\#(local.dropFirst("assets/".count))"))"#))
    case .missing where isFile || local.hasPrefix("assets/"):
      reportMissingFile(local, at: literal.span, into: &log)
    case .missing(let missing):
      let suggestion = suggestions.address(for: missing).map { base + $0.dropFirst() }
      log.report(.deadLink(literal.value, at: literal.span, suggestion: suggestion))
    default: break
    }
  }

  /// Accepts an id that any page has, because a template may be part of any page.
  private mutating func followAnchor(
    _ id: String?, at span: SourceSpan, into log: inout Diagnostics
  ) {
    guard let id, id != "top", !renderer.theme.literalIDs.contains(id) else { return }
    let ids = anchors.idsOfSamples()
    if ids.contains(id) { return }
    log.report(.deadAnchor(id, on: nil, among: ids, at: span))
  }
}
