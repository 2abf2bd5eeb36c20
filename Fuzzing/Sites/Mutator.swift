import TestSeeds

/// Mutates texts like the mistakes, merges and attacks of people: lines, keys, values, cells and
/// tags more often than bytes.
struct Mutator {
  private var random: SplitMix
  /// The lines of all files by kind of file, for insertion elsewhere.
  private let lines: [String: [[UInt8]]]

  init(seed: UInt64, lines: [String: [[UInt8]]]) {
    random = SplitMix(seed: seed)
    self.lines = lines
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &random) }

  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }

  /// Values that parsers of numbers, dates, names and addresses have failed on.
  private static let values = [
    "", "null", "~", "yes", "0", "-0", "-1", "1e999", "9223372036854775807", "-9223372036854775808",
    "1.7976931348623157e308", "0x10", ".5", "1,5", "NaN", "2026-02-30", "2026-W53", "2026-W00",
    "0000-01-01", "99999-12-31", "free", "{}", "[]", "[[[[[[", "{ a: { a: { a: 1 } } }", "&a [*a]",
    "*a", "!!binary x", "|", ">-", "\"", "'", "\"\\u202e\"", "\u{202e}abc", "שלום 57", "a\u{0}b",
    "\u{feff}", "\\(name)", "\\(left.name)", "\\(", "$&", "$$", "</script><script>", "javascript:x",
    "//evil.example", "../../x", "a/b", "alpha", "alpha-vs-beta", "vs", "x-vs", "[[beta]]", "[[",
    "]]",
    "![x](assets/../x)", "<b onclick=x>", "|a|\n|-|\n|b|", "[^1]", "```", "1e-30", "P1Y", "5 years",
  ]

  private static let tags = [
    "\\(end)", "\\(else)", "\\(if flag)", "\\(for x in [1, 2])", "\\(let a = 1)", "\\(site.title)",
    "\\(include \"base\")", "\\(extends \"base\")", "\\(block main)", "\\(1 / 0)", "<p title=\"",
    "\">", "<script>", "<!--", "-->", "<style>", "\\(strings.leads(name: \"x\"))", "\\(// x)",
  ]

  /// Returns a mutated text.
  ///
  /// - Parameter ending: the file name extension, which determines the structure of the text.
  mutating func mutated(_ bytes: [UInt8], ending: String) -> [UInt8] {
    var result = bytes
    // A single mutation reaches deeper than many, because a text that is refused early is not read
    // further.
    for _ in 0...(below(4) == 0 ? below(4) : 0) {
      switch (ending, below(6)) {
      case ("html", 0...2): changeTag(&result)
      case ("csv", 0...2): changeToken(&result, separators: [0x2c, 0x0a, 0x3b])
      case ("json", 0...2): changeToken(&result, separators: Array("\",:[]{} ".utf8))
      case (_, 0...2): changeValue(&result)
      case (_, 3...4): changeLines(&result, ending)
      default: changeBytes(&result)
      }
    }
    return Array(result.prefix(1 << 20))
  }

  private mutating func value() -> [UInt8] {
    // Occasional long texts reveal quadratic time.
    if below(20) == 0 {
      return Array(
        repeatElement(Array((pick(Self.values) ?? "").utf8), count: below(3000)).joined())
    }
    return Array((pick(Self.values) ?? "").utf8)
  }

  /// Replaces the value of a key.
  private mutating func changeValue(_ bytes: inout [UInt8]) {
    let ends = bytes.indices.filter { bytes[$0] == 0x3a && bytes[$0...].dropFirst().first == 0x20 }
    guard let colon = pick(ends) else { return changeBytes(&bytes) }
    let end = bytes[colon...].firstIndex { [0x0a, 0x2c, 0x7d].contains($0) } ?? bytes.count
    bytes.replaceSubrange(colon + 2..<max(colon + 2, end), with: value())
  }

  private mutating func changeToken(_ bytes: inout [UInt8], separators: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = below(bytes.count)
    let start = bytes[..<place].lastIndex { separators.contains($0) }.map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex { separators.contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<max(start, end), with: value())
  }

  /// Removes, duplicates or adds a tag of a template.
  private mutating func changeTag(_ bytes: inout [UInt8]) {
    let starts = bytes.indices.filter {
      bytes[$0] == 0x5c && bytes[$0...].dropFirst().first == 0x28
    }
    guard let start = pick(starts) else { return changeBytes(&bytes) }
    let end = bytes[start...].firstIndex { $0 == 0x29 }.map { $0 + 1 } ?? bytes.count
    switch below(3) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
    default: bytes.insert(contentsOf: Array((pick(Self.tags) ?? "").utf8), at: start)
    }
  }

  private mutating func changeLines(_ bytes: inout [UInt8], _ ending: String) {
    var all = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
    let place = below(all.count)
    switch below(5) {
    case 0: all.remove(at: place)
    case 1: all.insert(all[place], at: below(all.count))
    case 2: all.swapAt(place, below(all.count))
    case 3: all[place].insert(contentsOf: Array(repeating: 0x20, count: 1 + below(4)), at: 0)
    default: all.insert(pick(lines[ending] ?? []) ?? [], at: place)
    }
    bytes = Array(all.joined(separator: [0x0a]))
  }

  private mutating func changeBytes(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = value()
      return
    }
    let place = below(bytes.count)
    switch below(4) {
    case 0: bytes[place] = UInt8(below(256))
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.insert(contentsOf: value(), at: place)
    default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(40)))
    }
  }
}
