import Markup

/// A text as XML takes it: escaped, and without the characters that XML 1.0 cannot hold at all.
func xmlText(_ text: String) -> String {
  let isClean = text.unicodeScalars.allSatisfy { isXMLScalar($0) }
  if isClean { return escapedText(text) }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(isXMLScalar(scalar) ? scalar : "\u{fffd}") }
  return escapedText(String(scalars))
}

/// Production 2, `Char`, of XML 1.0.
private func isXMLScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xa, 0xd: true
  case 0..<0x20, 0xfffe, 0xffff: false
  default: true
  }
}
