package import Diagnosing
package import FoundationEssentials

/// A category: what is compared, and by which rubric.
package struct Category: Sendable {
  package let file: SourceFile
  package let slug: Slug
  package let title: String
  package let winner: WinnerRule
  /// The scales, sorted by name.
  package let scales: [Scale]
  package let groups: [Group]
  package var tagline: String?
  package var headline: CriterionIndex?
  package var pairs = PairPolicy.all
  package var indexed = IndexingThreshold(minShared: 0, minDifferent: 0)
  /// The tiers, in the order written.
  package var tiers: [Choice] = []
  package var segments: SegmentTable?
  package var frameworks: [Framework] = []
  package var panel: Panel?
  package var assessment: [AssessmentRule] = []

  package init(
    file: SourceFile, slug: Slug, title: String, winner: WinnerRule, scales: [Scale],
    groups: [Group]
  ) {
    self.file = file
    self.slug = slug
    self.title = title
    self.winner = winner
    self.scales = scales
    self.groups = groups
  }

  /// Returns the criterion at an index, which must belong to this category.
  package func criterion(at index: CriterionIndex) -> Criterion {
    groups[index.group].criteria[index.criterion]
  }

  /// The indices of all criteria, in page order.
  package var criteria: [CriterionIndex] {
    groups.indices.flatMap { group in
      groups[group].criteria.indices.map { CriterionIndex(group: group, criterion: $0) }
    }
  }

  /// The indices of the criteria that rank vendors, in page order.
  package var rankedCriteria: [CriterionIndex] { criteria.filter { criterion(at: $0).isRanked } }

  /// Whether any criterion ranks vendors.
  package var hasRankedCriteria: Bool {
    groups.contains { $0.criteria.contains(where: \.isRanked) }
  }

  /// The path `group.criterion` of every criterion, in page order.
  package var criterionPaths: [String] {
    groups.flatMap { group in group.criteria.map { "\(group.id).\($0.id)" } }
  }

  /// Returns the index of a criterion, given its path `group.criterion`.
  package func index(of path: String) -> CriterionIndex? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let group = groups.firstIndex(where: { $0.id == parts[0] }),
      let criterion = groups[group].criteria.firstIndex(where: { $0.id == parts[1] })
    else { return nil }
    return CriterionIndex(group: group, criterion: criterion)
  }
}

/// An id that the publisher chose, with the label that readers see.
package struct Choice: Sendable, Hashable {
  package let id: String
  package let label: String
  /// The theme's text that stands for the label, for a value that every category has. The label is
  /// its English text.
  package let phrase: String?

  package init(id: String, label: String, phrase: String? = nil) {
    self.id = id
    self.label = label
    self.phrase = phrase
  }
}

/// The index of a criterion: the index of its group, and its index in the group.
package struct CriterionIndex: Sendable, Hashable {
  package let group: Int
  package let criterion: Int

  package init(group: Int, criterion: Int) {
    self.group = group
    self.criterion = criterion
  }
}

/// The rule that decides who wins a pair.
package struct WinnerRule: Sendable {
  package enum Basis: String, Sendable, CaseIterable { case headline, leads, none }
  package let by: Basis
  /// The largest difference that is not yet a win.
  package let margin: Decimal
  /// The number of ranked criteria for which both vendors need a value.
  package let requireShared: Int

  package init(by: Basis, margin: Decimal, requireShared: Int) {
    self.by = by
    self.margin = margin
    self.requireShared = requireShared
  }
}

package enum PairPolicy: String, Sendable, CaseIterable { case all, listed }

/// The threshold for indexing. A pair below either number gets a page, but search engines are told
/// not to index the page (S-04).
package struct IndexingThreshold: Sendable {
  package let minShared: Int
  package let minDifferent: Int

  package init(minShared: Int, minDifferent: Int) {
    self.minShared = minShared
    self.minDifferent = minDifferent
  }
}

/// A group of criteria, shown as one table.
package struct Group: Sendable {
  package enum TieMark: String, Sendable, CaseIterable { case equals, blank }
  package let id: String
  package let title: String
  package let rowHeader: String
  package let ties: TieMark
  package let criteria: [Criterion]

  package init(id: String, title: String, rowHeader: String, ties: TieMark, criteria: [Criterion]) {
    self.id = id
    self.title = title
    self.rowHeader = rowHeader
    self.ties = ties
    self.criteria = criteria
  }

  /// The kind that all criteria share; nil for a group of several kinds.
  package var kind: Kind? {
    guard let kind = criteria.first?.kind, criteria.allSatisfy({ $0.kind == kind }) else {
      return nil
    }
    return kind
  }
}

/// Segments of readers, with the scale for how well a vendor fits each.
package struct SegmentTable: Sendable {
  package let title: String
  package let rowHeader: String
  package let scale: Scale
  package let rows: [Choice]

  package init(title: String, rowHeader: String, scale: Scale, rows: [Choice]) {
    self.title = title
    self.rowHeader = rowHeader
    self.scale = scale
    self.rows = rows
  }
}

/// An assessment in several dimensions, each with checks.
package struct Framework: Sendable {
  package let id: String
  package let title: String
  package let source: String?
  package let minScore: Int
  package let maxScore: Int
  /// The number of checks of each dimension.
  package let checkCount: Int
  package let dimensions: [Choice]

  package init(
    id: String, title: String, source: String?, minScore: Int, maxScore: Int, checkCount: Int,
    dimensions: [Choice]
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.minScore = minScore
    self.maxScore = maxScore
    self.checkCount = checkCount
    self.dimensions = dimensions
  }
}

/// A panel of personas that vote.
package struct Panel: Sendable {
  package let title: String
  package let votes: [String]
  /// Whether the personas are not real people (T-05).
  package let synthetic: Bool
  package let personas: [Choice]

  package init(title: String, votes: [String], synthetic: Bool, personas: [Choice]) {
    self.title = title
    self.votes = votes
    self.synthetic = synthetic
    self.personas = personas
  }
}

/// A sentence of the assessment. Each text is a template that may use left, right, leader and
/// other.
package struct AssessmentRule: Sendable {
  package let when: CriterionIndex
  package let text: Located<String>?
  package let tied: Located<String>?
  package let missing: Located<String>?
  package let notWinner: Located<String>?

  package init(
    when: CriterionIndex, text: Located<String>?, tied: Located<String>?, missing: Located<String>?,
    notWinner: Located<String>?
  ) {
    self.when = when
    self.text = text
    self.tied = tied
    self.missing = missing
    self.notWinner = notWinner
  }
}
