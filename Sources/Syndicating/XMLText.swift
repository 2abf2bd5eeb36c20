import Markup

/// A text as XML takes it: escaped, and without the characters that XML 1.0 cannot hold at all.
func xmlText(_ text: String) -> String {
  var bytes: [UInt8] = []
  TextEscaping.writeXML(text, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
