import Content
import Diagnosing
import Markup

/// How well the name of a column and that of a part of a report go together.
struct NameMatch {
  /// From 0 to 100.
  let score: Int
  let reason: String

  /// Compares a column with a criterion by its path, its id and its label.
  init?(_ column: String, _ criterion: Criterion, path: String) {
    let name = Self.words(column)
    if name.isEmpty { return nil }
    for (text, what) in [(path, "path"), (criterion.id, "id"), (criterion.label, "label")]
    where name == Self.words(text) {
      self.init(score: what == "path" ? 100 : 95, reason: "called like the criterion's \(what)")
      return
    }
    let shared = [criterion.label, criterion.id].map { text -> (share: Int, words: [String]) in
      let words = Self.words(text)
      let common = name.filter(words.contains)
      return (common.count * 100 / max(1, Set(name + words).count), common)
    }.max { $0.share < $1.share }
    if let shared, shared.share >= 50 {
      let words = shared.words.joined(separator: " ")
      self.init(score: 40 + shared.share / 2, reason: "shares the words '\(words)' with the label")
    } else if nearMiss(for: column, among: [criterion.id, criterion.label]) != nil {
      self.init(score: 50, reason: "almost called like the criterion '\(criterion.label)'")
    } else {
      return nil
    }
  }

  init(score: Int, reason: String) {
    self.score = score
    self.reason = reason
  }

  /// The words of a name in lower case, without what stands in parentheses.
  static func words(_ name: String) -> [String] {
    var (depth, bare) = (0, "")
    for character in name.lowercased() {
      if character == "(" || character == "[" { depth += 1 }
      if depth == 0 { bare.append(character.isLetter || character.isNumber ? character : " ") }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
    }
    return bare.split(separator: " ").map(String.init)
  }
}
