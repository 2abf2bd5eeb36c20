/// Character references.
enum HTMLReferences {
  private static let references = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
  ]

  /// Returns a text without character references.
  static func decoded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var rest = text
    while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<place]
      rest = rest[place...]
      let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ";") }
      let isWhole = name.count <= 10 && name.endIndex < rest.endIndex
      if isWhole, let character = character(String(decoding: name, as: UTF8.self)) {
        result += Array(character.utf8)
        rest = rest[(name.endIndex + 1)...]
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    return (result + rest)[...]
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return references[name] }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
