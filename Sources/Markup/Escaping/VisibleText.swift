/// Returns the text of HTML without its tags, as a reader sees it, for attributes and JSON.
///
/// The meaning of tags is kept: `<br />` becomes a space unless white space follows,
/// `10<sup>6</sup>` becomes `10^6`, and a picture becomes its description.
package func visibleText(ofHTML html: String) -> String {
  var text: [UInt8] = []
  var isTag = false
  var quote: UInt8?
  let bytes = Array(html.utf8)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if !isTag {
      if byte == UInt8(ascii: "<") {
        isTag = true
        text += meaning(of: bytes[index...])
      } else if byte == UInt8(ascii: "&"), let entity = entity(in: bytes[index...]) {
        text.append(entity.character)
        index += entity.name.count
      } else {
        text.append(byte)
      }
    } else if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: ">") {
      isTag = false
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// Returns the text that replaces a tag, given the bytes after its opening bracket.
private func meaning(of rest: ArraySlice<UInt8>) -> [UInt8] {
  if rest.starts(with: "sup>".utf8) { return [UInt8(ascii: "^")] }
  if rest.starts(with: "img ".utf8) { return description(ofPicture: rest) }
  guard rest.starts(with: "br />".utf8) else { return [] }
  let next = rest.dropFirst("br />".utf8.count).first ?? UInt8(ascii: " ")
  return next <= 0x20 ? [] : [UInt8(ascii: " ")]
}

/// Returns the text of the attribute `alt`.
private func description(ofPicture rest: ArraySlice<UInt8>) -> [UInt8] {
  let tag = rest.prefix { $0 != UInt8(ascii: ">") }
  let name = Array(" alt=\"".utf8)
  guard let start = tag.indices.first(where: { tag[$0...].starts(with: name) }) else { return [] }
  let value = tag[(start + name.count)...].prefix { $0 != UInt8(ascii: "\"") }
  return Array(visibleText(ofHTML: String(decoding: value, as: UTF8.self)).utf8)
}

/// The entities that escaping writes: the name after the ampersand, and the character.
private let entities: [(name: [UInt8], character: UInt8)] = [
  (Array("lt;".utf8), UInt8(ascii: "<")), (Array("gt;".utf8), UInt8(ascii: ">")),
  (Array("quot;".utf8), UInt8(ascii: "\"")), (Array("#39;".utf8), UInt8(ascii: "'")),
  (Array("amp;".utf8), UInt8(ascii: "&")),
]

private func entity(in bytes: ArraySlice<UInt8>) -> (name: [UInt8], character: UInt8)? {
  entities.first { bytes.starts(with: $0.name) }
}
