import Hashing

/// A strong validator: the tag changes whenever the bytes do.
struct EntityTag {
  /// The tag with its quotes.
  let text: String

  init(of bytes: [UInt8]) { text = "\"\(Fingerprint(of: bytes).text())\"" }

  /// Reports whether an `If-None-Match` header matches: a list of tags or `*`, compared weakly (RFC
  /// 9110, section 13.1.2).
  func matches(_ header: String) -> Bool {
    header.split(separator: ",").contains { part in
      let tag = part.filter { $0 != " " && $0 != "\t" }
      return tag == "*" || tag == text || tag == "W/" + text
    }
  }
}
