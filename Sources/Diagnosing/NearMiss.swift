/// A word that is not among the known words.
package struct UnknownWord: Sendable {
  let word: String
  /// The number of words to compare it with.
  let candidateCount: Int
  private let find: @Sendable () -> String?

  /// - Parameter prefix: what stands before the word where it is used, such as `#`.
  package init(
    _ word: String, among candidates: some Collection<String> & Sendable, after prefix: String = ""
  ) {
    self.word = word
    candidateCount = candidates.count
    find = { nearMiss(for: word, among: candidates).map { prefix + $0 } }
  }

  /// The word that was probably meant, if there is one.
  var suggestion: String? { find() }
}

extension UnknownWord: Hashable {
  package static func == (a: UnknownWord, b: UnknownWord) -> Bool { a.word == b.word }
  package func hash(into hasher: inout Hasher) { hasher.combine(word) }
}

/// Returns the candidate that a misspelt word probably means, or nil when none is near.
///
/// A candidate is near when at most one letter in three was edited (Damerau–Levenshtein distance,
/// ignoring case). Ties go to the first candidate in byte order, so the order of candidates does
/// not matter.
package func nearMiss(for word: String, among candidates: some Sequence<String>) -> String? {
  // A word longer than any key is not a typing mistake, and the table below is quadratic.
  guard word.utf8.count <= 64 else { return nil }
  var table = EditTable(lowercase(word))
  let limit = max(1, table.word.count / 3)
  var best: (distance: Int, word: String)?
  // Letters outside ASCII may be longer or shorter in lower case.
  let (least, most) = (table.word.count - limit - 4, min(64, table.word.count + limit + 4))
  for candidate in candidates where candidate != word {
    guard candidate.utf8.count >= least, candidate.utf8.count <= most else { continue }
    guard let distance = table.distance(to: lowercase(candidate), atMost: best?.distance ?? limit)
    else { continue }
    if let current = best, (current.distance, current.word) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.word
}

private func lowercase(_ word: String) -> [UInt8] {
  let bytes = Array(word.utf8)
  if bytes.contains(where: { $0 >= 0x80 }) { return Array(word.lowercased().utf8) }
  return bytes.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 }
}

/// Counts the edits that make other words of one: insertions, deletions, replacements and swaps of
/// neighbors. The rows of the table are kept from word to word.
private struct EditTable {
  let word: [UInt8]
  private var (beforeLast, last, row): ([Int], [Int], [Int]) = ([], [], [])

  init(_ word: [UInt8]) { self.word = word }

  /// Returns the number of edits; nil if there are more than a limit.
  mutating func distance(to other: [UInt8], atMost limit: Int) -> Int? {
    let count = other.count
    guard abs(word.count - count) <= limit else { return nil }
    if row.count <= count {
      (beforeLast, last, row) = (
        Array(repeating: 0, count: count + 1), Array(repeating: 0, count: count + 1),
        Array(repeating: 0, count: count + 1)
      )
    }
    for j in 0...count { last[j] = j }
    for i in 0..<word.count {
      row[0] = i + 1
      var least = i + 1
      for j in 0..<count {
        var cost = min(last[j] + (word[i] == other[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, word[i] == other[j - 1], word[i - 1] == other[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      // A swap of neighbors reaches over one row.
      if least > limit + 1 { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[count] <= limit ? last[count] : nil
  }
}
