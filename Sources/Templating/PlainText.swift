/// The text of markup without its tags, as a reader sees it: for attributes and for JSON.
package func plainText(ofHTML html: String) -> String {
  var text: [UInt8] = []
  var isTag = false
  var quote: UInt8?
  for byte in html.utf8 {
    if !isTag {
      if byte == UInt8(ascii: "<") { isTag = true } else { text.append(byte) }
    } else if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: ">") {
      isTag = false
    }
  }
  var result = String(decoding: text, as: UTF8.self)
  // The ampersand last, so that nothing is decoded twice.
  for (entity, character) in [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ] {
    result.replace(entity, with: character)
  }
  return result
}
