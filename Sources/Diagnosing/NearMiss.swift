/// A word that is none of those that are known.
package struct UnknownWord: Sendable, Hashable {
  let word: String
  let candidates: [String]

  package init(_ word: String, among candidates: [String]) {
    self.word = word
    self.candidates = candidates
  }
}

/// The candidate that was probably meant by a misspelt word, or nil when none is near.
///
/// Near means at most one edit in three letters (Damerau–Levenshtein, case ignored); of equally
/// near ones the first in byte order, so that the answer does not depend on the order given.
package func nearMiss(for word: String, among candidates: some Sequence<String>) -> String? {
  // A word longer than any key is no typing mistake, and the table below is quadratic.
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

/// Edits (insert, delete, replace, swap two neighbours) between two words.
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
