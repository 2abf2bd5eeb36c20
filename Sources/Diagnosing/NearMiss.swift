/// A word that is not among the known words.
package struct UnknownWord: Sendable, Hashable {
  let word: String
  let candidates: [String]

  package init(_ word: String, among candidates: [String]) {
    self.word = word
    self.candidates = candidates
  }
}

/// Returns the candidate that a misspelt word probably means, or nil when none is near.
///
/// A candidate is near when at most one letter in three was edited (Damerau–Levenshtein distance,
/// ignoring case). Ties go to the first candidate in byte order, so the order of candidates does
/// not matter.
package func nearMiss(for word: String, among candidates: some Sequence<String>) -> String? {
  // A word longer than any key is not a typing mistake, and the table below is quadratic.
  guard word.utf8.count <= 64 else { return nil }
  let letters = Array(word.lowercased().utf8)
  let limit = max(1, letters.count / 3)
  var best: (distance: Int, word: String)?
  for candidate in candidates where candidate != word && candidate.utf8.count <= 64 {
    let distance = editDistance(letters, Array(candidate.lowercased().utf8))
    guard distance <= limit else { continue }
    if let current = best, (current.distance, current.word) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.word
}

/// Returns the number of edits between two words: insertions, deletions, replacements and swaps of
/// neighbors.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
