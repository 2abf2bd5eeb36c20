/// A list of strings encoded as a single string. A manifest names thousands of files, and
/// Foundation's coders take a microsecond or more for each string.
@propertyWrapper
struct TextList: Equatable, Codable {
  var wrappedValue: [String]

  /// The separator, which occurs in neither paths nor slugs.
  private static let end: UInt8 = 0

  init(wrappedValue: [String]) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = Array(try container.decode(String.self).utf8).split(
      separator: Self.end, omittingEmptySubsequences: false
    ).dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue.map { $0 + "\u{0}" }.joined())
  }
}
