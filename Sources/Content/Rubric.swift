import FoundationEssentials

/// The rules by which a category compares, in words. Snapshots keep the rubric, so that later weeks
/// can tell what changed. Equal rubrics rank alike.
package struct Rubric: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// The path of the criterion, in the form `group.criterion`.
    package let path: String
    /// The label that readers saw.
    package let label: String
    /// The criterion's kind, bounds and direction.
    package let definition: String

    package init(path: String, label: String, definition: String) {
      self.path = path
      self.label = label
      self.definition = definition
    }
  }

  /// The rule that decides who wins a pair.
  package let winner: String
  /// The criteria, in page order.
  package let criteria: [Entry]

  package init(winner: String, criteria: [Entry]) {
    self.winner = winner
    self.criteria = criteria
  }
}

extension Category {
  package var rubric: Rubric {
    Rubric(
      winner: winnerDefinition,
      criteria: zip(criterionPaths, groups.flatMap(\.criteria)).map { path, criterion in
        Rubric.Entry(
          path: path, label: oneLine(criterion.label), definition: oneLine(criterion.definition))
      })
  }

  private var winnerDefinition: String {
    if winner.by == .none { return "none" }
    let headline = self.headline.map { " " + criterionPath(of: $0) } ?? ""
    let basis = winner.by == .headline ? "headline\(headline)" : "leads"
    return "\(basis), margin \(winner.margin), shared \(winner.requireShared)"
  }

  /// Returns the path of a criterion: `group.criterion`.
  package func criterionPath(of index: CriterionIndex) -> String {
    "\(groups[index.group].id).\(criterion(at: index).id)"
  }
}

extension Criterion {
  /// Everything that decides which values are allowed and who leads, but nothing about display.
  fileprivate var definition: String {
    var parts = [kind.rawValue]
    if let max { parts.append("max \(max)") }
    if let unit { parts.append(unit) }
    if let currency { parts.append(currency) }
    for (word, place) in words.sorted(by: { $0.key < $1.key }) {
      parts.append("\(word) \(place.rawValue)")
    }
    if let scale { parts.append(scale.ranked.map(\.id).joined(separator: " < ")) }
    if isRanked {
      parts.append(better == .lower ? "lower leads" : "higher leads")
      if within != 0 { parts.append("within \(within)") }
      if minCount > 0 { parts.append("from \(minCount) ratings") }
    } else {
      parts.append("no leader")
    }
    return parts.joined(separator: ", ")
  }
}

/// Replaces line breaks and other characters that a line of YAML cannot contain.
private func oneLine(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for character in text.unicodeScalars {
    let isPrinted =
      character.value >= 0x20 && !(0x7f...0x9f).contains(character.value)
      && ![0x2028, 0x2029, 0xfeff].contains(character.value)
      && !(0xfffe...0xffff).contains(character.value)
    line.append(isPrinted ? character : " ")
  }
  return String(line).split(separator: " ").joined(separator: " ")
}
