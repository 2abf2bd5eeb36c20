import Content
import Diagnosing
import Markup
import Planning
import Reading
import System

/// Checks literal addresses in the site's own templates.
///
/// They are written to pages unchanged, so those that start with `/` must include the base path.
/// Relative addresses are skipped, because they differ from page to page, and so are values, which
/// the engine makes.
extension LinkChecker {
  mutating func checkTemplates(into log: inout Diagnostics) {
    for file in renderer.theme.ownTemplates {
      for (address, attribute) in LiteralAddresses(in: file).all {
        follow(address, isFile: attribute == "src", into: &log)
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
    // An asset can be reached only by its fingerprinted name.
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

/// Finds the attributes of a template that contain literal addresses.
private struct LiteralAddresses {
  private let file: SourceFile

  init(in file: SourceFile) { self.file = file }

  /// In the order of the file.
  var all: [(address: Located<String>, attribute: String)] {
    var found: [(address: Located<String>, attribute: String)] = []
    var index = 0
    while let equals = file.bytes.firstIndex(of: UInt8(ascii: "="), from: index) {
      index = equals + 1
      guard let name = name(before: equals), index < file.bytes.count,
        file.bytes[index] == UInt8(ascii: "\""),
        let end = file.bytes.firstIndex(of: UInt8(ascii: "\""), from: index + 1)
      else { continue }
      let span = SourceSpan(file: file, range: index + 1..<end)
      index = end
      // A backslash begins a value of the template.
      if span.bytes.contains(UInt8(ascii: "\\")) { continue }
      found.append((Located(span.text, at: span), name))
    }
    return found
  }

  private func name(before equals: Int) -> String? {
    ["href", "src", "action", "poster"].first { name in
      let start = equals - name.utf8.count
      return start > 0 && file.bytes[start..<equals].elementsEqual(name.utf8)
        && [0x20, 0x0a, 0x09].contains(file.bytes[start - 1])
    }
  }
}
