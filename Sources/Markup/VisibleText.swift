/// The text of markup without its tags, as a reader sees it: for attributes and for JSON.
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

/// What stands after the ampersand, and what it stands for: those that escaping writes.
private let entities: [(name: [UInt8], character: UInt8)] = [
  (Array("lt;".utf8), UInt8(ascii: "<")), (Array("gt;".utf8), UInt8(ascii: ">")),
  (Array("quot;".utf8), UInt8(ascii: "\"")), (Array("#39;".utf8), UInt8(ascii: "'")),
  (Array("amp;".utf8), UInt8(ascii: "&")),
]

private func entity(in bytes: ArraySlice<UInt8>) -> (name: [UInt8], character: UInt8)? {
  entities.first { bytes.starts(with: $0.name) }
}
