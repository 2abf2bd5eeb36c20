import Markup

/// Escapes values so that they cannot change the meaning of the text around them.
enum Escaping {
  static func write(_ value: TemplateValue, for place: Place, into output: inout [UInt8]) {
    switch place {
    case .raw: output.append(contentsOf: value.plainText.utf8)
    case .text, .plainElement, .attribute: TextEscaping.writeHTML(value.plainText, into: &output)
    case .link, .resource:
      let address = value.plainText
      let isAllowed = isSafe(address, isResource: place == .resource)
      TextEscaping.writeHTML(isAllowed ? address : "about:invalid", into: &output)
    case .json: writeJSON(value, into: &output)
    case .jsonString:
      TextEscaping.writeJSON(value.plainText, isInHTML: true, into: &output)
    }
  }

  /// Reports whether an address is safe: `http`, `https`, `mailto`, or no scheme at all; a resource
  /// only on the site itself (S-18).
  static func isSafe(_ address: String, isResource: Bool) -> Bool {
    guard hasOnlyAddressBytes(address) else { return false }
    // Bytes count: browsers drop a variation selector, which makes one `Character` with a slash.
    let bytes = Array(address.utf8)
    if isResource, bytes.starts(with: "//".utf8) { return false }
    let head = bytes.prefix { !"/?#".utf8.contains($0) }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = String(decoding: head[..<colon], as: UTF8.self).lowercased()
    return !isResource && ["http", "https", "mailto"].contains(scheme)
  }

  private static func writeJSON(_ value: TemplateValue, into output: inout [UInt8]) {
    switch value {
    case .number, .bool: output.append(contentsOf: value.plainText.utf8)
    default:
      output.append(UInt8(ascii: "\""))
      TextEscaping.writeJSON(value.plainText, isInHTML: true, into: &output)
      output.append(UInt8(ascii: "\""))
    }
  }
}
