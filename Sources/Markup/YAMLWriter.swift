import System

/// Writes YAML. A text that could be read as something else in plain style is double-quoted.
package enum YAMLWriter {
  /// Returns a value that follows its key on one line.
  package static func flow(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isPlain): isPlain && node.isNull ? "null" : scalar(text)
    case .sequence(let items):
      items.isEmpty ? "[]" : "[ " + items.map(flow).joined(separator: ", ") + " ]"
    case .mapping(let pairs):
      pairs.isEmpty
        ? "{}"
        : "{ " + pairs.map { flow($0.key) + ": " + flow($0.value) }.joined(separator: ", ") + " }"
    }
  }

  /// Returns a text as a scalar: plain if nothing in it has a meaning in YAML, otherwise quoted.
  package static func scalar(_ text: String) -> String {
    let isWord = text.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (0x30...0x39).contains(byte)
        || " _./:+%()-".utf8.contains(byte)
    }
    let begins = text.utf8.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || isDigit($0) }
    let isSafe =
      isWord && begins == true && text != "null" && !text.contains(": ")
      && !text.hasSuffix(":") && !text.hasSuffix(" ")
    return isSafe ? text : quoted(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Returns a double-quoted text on one line, with the same meaning in YAML and JSON.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isSpecial(character.value):
        result += "\\u" + character.value.hexadecimal(digits: 4)
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }

  /// Returns whether YAML would not keep a character: a control character, a Unicode line end or
  /// the byte-order mark.
  private static func isSpecial(_ value: UInt32) -> Bool {
    value < 0x20 || (0x7f...0x9f).contains(value) || [0x2028, 0x2029, 0xfeff].contains(value)
      || (0xfffe...0xffff).contains(value)
  }
}
