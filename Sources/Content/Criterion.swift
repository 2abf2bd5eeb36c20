package import Diagnosing
package import FoundationEssentials

/// One thing that vendors are compared by.
package struct Criterion: Sendable {
  package let id: String
  package let label: String
  package let kind: Kind
  /// Its id in the category's file.
  package let span: SourceSpan
  package var better = Better.higher
  /// Its row marks a leader and is in the tally.
  package var isRanked: Bool
  /// A difference up to this is a tie.
  package var within: Decimal = 0
  /// A rating with fewer votes is not ranked.
  package var minCount = 0
  package var max: Decimal?
  package var unit: String?
  package var digits: Int?
  package var currency: String?
  /// Of `state` and `level`.
  package var scale: Scale?
  /// Words that a report may give instead of a date.
  package var words: [String: DateWord] = [:]
  package var help: String?

  package init(id: String, label: String, kind: Kind, span: SourceSpan) {
    self.id = id
    self.label = label
    self.kind = kind
    self.span = span
    isRanked = kind.isOrdered
  }
}

package enum Kind: String, Sendable, CaseIterable {
  case score, count, number, percent, money, duration, date, version, state, level
  case set, list, text, rating

  /// Values of the kind have an order of their own.
  package var isOrdered: Bool {
    switch self {
    case .set, .list, .text, .version: false
    default: true
    }
  }
}

package enum Better: String, Sendable, CaseIterable { case higher, lower }

/// Words for values, worst to best, and words that have no place in that order.
package struct Scale: Sendable {
  package let name: String
  package let ranked: [Choice]
  package let unranked: [Choice]

  package init(name: String, ranked: [Choice], unranked: [Choice]) {
    self.name = name
    self.ranked = ranked
    self.unranked = unranked
  }

  /// The value's id and label; nil for a position of another scale.
  package func value(at position: ScalePosition) -> Choice? {
    switch position {
    case .ranked(let index): ranked.indices.contains(index) ? ranked[index] : nil
    case .unranked(let index): unranked.indices.contains(index) ? unranked[index] : nil
    }
  }

  package func position(of id: String) -> ScalePosition? {
    if let index = ranked.firstIndex(where: { $0.id == id }) { return .ranked(index) }
    return unranked.firstIndex { $0.id == id }.map { .unranked($0) }
  }

  package var ids: [String] { (ranked + unranked).map(\.id) }
}

package enum ScalePosition: Sendable, Hashable {
  case ranked(Int)
  case unranked(Int)
}
