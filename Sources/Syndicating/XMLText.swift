import Markup

/// A text escaped for XML, without the characters that XML 1.0 cannot represent at all.
func xmlText(_ text: String) -> String {
  var bytes: [UInt8] = []
  TextEscaping.writeXML(text, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
