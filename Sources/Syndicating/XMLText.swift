import Markup

/// Escapes a text for XML and removes the characters that XML 1.0 cannot represent.
func xmlText(_ text: String) -> String {
  var bytes: [UInt8] = []
  TextEscaping.writeXML(text, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
