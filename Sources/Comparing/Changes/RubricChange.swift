package import Content
import Diagnosing

/// The changes in a category's rubric between two weeks for which both rubrics are known.
///
/// A category's file holds its current rubric, and pages of old weeks use that rubric. The old
/// rubrics of frozen weeks are known, because snapshots keep them.
package struct RubricChange: Sendable, Hashable {
  /// The last week known to have the old rubric.
  package let from: Week
  /// The first week known to have the new rubric.
  package let to: Week
  /// Criteria that the rubric gained and criteria that it lost, in page order.
  package let added: [Rubric.Entry]
  package let retired: [Rubric.Entry]
  /// Criteria whose definition changed; a change of the label alone does not count.
  package let redefined: [Redefinition]
  /// The change of the rule for winners, if it changed.
  package let winner: Winner?

  package struct Redefinition: Sendable, Hashable {
    package let from: Rubric.Entry
    package let to: Rubric.Entry
  }

  package struct Winner: Sendable, Hashable {
    package let from: String
    package let to: String
  }

  /// Returns nil when both rubrics rank alike.
  init?(from: (week: Week, rubric: Rubric), to: (week: Week, rubric: Rubric)) {
    let (old, new) = (from.rubric, to.rubric)
    let before = Dictionary(old.criteria.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let paths = Set(new.criteria.map(\.path))
    self.from = from.week
    self.to = to.week
    added = new.criteria.filter { before[$0.path] == nil }
    retired = old.criteria.filter { !paths.contains($0.path) }
    redefined = new.criteria.compactMap { entry in
      before[entry.path].flatMap {
        $0.definition == entry.definition ? nil : Redefinition(from: $0, to: entry)
      }
    }
    winner = old.winner == new.winner ? nil : Winner(from: old.winner, to: new.winner)
    if added.isEmpty, retired.isEmpty, redefined.isEmpty, winner == nil { return nil }
  }

  package func adds(_ path: String) -> Bool { added.contains { $0.path == path } }

  /// Returns whether the values of a criterion changed their meaning.
  package func redefines(_ path: String) -> Bool { redefined.contains { $0.to.path == path } }

  /// Returns the changes between consecutive frozen weeks, and from the last frozen week to the
  /// week shown; oldest first.
  static func all(of category: Category, in library: Library, until week: Week) -> [RubricChange] {
    let frozen = library.snapshots.compactMap { snapshot in
      snapshot.value.rubrics[category.slug.text].map { (week: snapshot.value.week, rubric: $0) }
    }
    guard let last = frozen.last else { return [] }
    let now = last.week < week ? [(week: week, rubric: category.rubric)] : []
    let known = frozen.filter { $0.week <= week } + now
    return zip(known, known.dropFirst()).compactMap { RubricChange(from: $0, to: $1) }
  }
}
