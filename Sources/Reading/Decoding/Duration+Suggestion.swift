import System

extension Duration {
  /// The names that people give units, and their letters in ISO 8601.
  private static let letters: [String: Character] = {
    let names: [(Character, [String])] = [
      ("H", ["h", "hr", "hrs", "hour", "hours"]), ("M", ["m", "min", "mins", "minute", "minutes"]),
      ("S", ["s", "sec", "secs", "second", "seconds"]),
    ]
    let pairs = names.flatMap { letter, names in names.map { ($0, letter) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  /// Returns the duration that a text in another form certainly means: a clock time such as
  /// `1:30:00`, or several units such as `1h 30m`. Of `1:30`, nobody knows which units it has.
  static func suggestion(for text: String) -> String? {
    guard text.utf8.count <= 32, let parts = clockParts(text) ?? namedParts(text) else {
      return nil
    }
    let written = parts.map { "\($0.number)\($0.letter)" }.joined()
    return seconds(in: "PT" + written) == nil ? nil : "PT" + written
  }

  private typealias Part = (number: String, letter: Character)

  private static func clockParts(_ text: String) -> [Part]? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Int($0) }
    guard fields.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }),
      numbers[1] < 60, numbers[2] < 60
    else { return nil }
    let parts = zip(numbers, "HMS").filter { $0.0 > 0 }
    return parts.map { (String($0.0), $0.1) }
  }

  private static func namedParts(_ text: String) -> [Part]? {
    var parts: [Part] = []
    var rest = text.lowercased()[...]
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      let name = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(name.count).drop { $0 == " " }
      guard !number.isEmpty, let letter = letters[String(name)],
        let place = "HMS".firstIndex(of: letter),
        parts.allSatisfy({ "HMS".firstIndex(of: $0.letter).map { $0 < place } ?? false })
      else { return nil }
      parts.append((String(number), letter))
    }
    // A single `m` may be months.
    return parts.count == 1 && text.hasSuffix("m") ? nil : parts
  }
}
