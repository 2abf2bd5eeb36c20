package import Diagnosing

/// What some pages are made of, and which expressions of the templates cost most.
///
/// Every byte belongs to the innermost expression, `if` or `for` that is not decided by the site
/// alone; what belongs to none is the site's.
package struct ProgramProfile: Sendable {
  /// What a part of the pages comes to, over all pages.
  package struct Cost: Sendable {
    package var bytes = 0
    /// How often bytes were copied or one of several variants was picked. A copy of what several
    /// expressions made is shared out evenly.
    package var copies = 0.0
    /// How many values were worked out from what either subject contributes.
    package var computations = 0
    /// How many expressions were evaluated anew.
    package var evaluations = 0
    /// For how many pages all values had to be made, because something is evaluated there. Those of
    /// a page are shared out evenly among what is evaluated on it.
    package var preparations = 0.0

    /// About as many bytes could be copied in the same time, as measured once.
    package static let (bytesPerCopy, bytesPerComputation) = (100, 500)
    package static let (bytesPerEvaluation, bytesPerPreparation) = (2_000, 100_000)

    /// All of it as bytes that could be copied instead: no clock, so it is the same everywhere.
    package var total: Double {
      Double(bytes + computations * Self.bytesPerComputation)
        + Double(evaluations * Self.bytesPerEvaluation) + copies * Double(Self.bytesPerCopy)
        + preparations * Double(Self.bytesPerPreparation)
    }

    static func += (sum: inout Cost, cost: Cost) {
      sum.bytes += cost.bytes
      sum.copies += cost.copies
      sum.computations += cost.computations
      sum.evaluations += cost.evaluations
      sum.preparations += cost.preparations
    }
  }

  /// When something is made; the site's own bytes are made once.
  package enum BindingTime: String, Sendable, CaseIterable, Encodable {
    /// Once for each vendor that stands on the left, or on the right.
    case left, right
    /// Once for each vendor and side: parts of it for the left one, parts for the right one.
    case both
    /// Picked on each page, from variants that exist.
    case pair
    /// Made anew on each page.
    case evaluated

    /// The binding time of a part whose own parts have these two.
    func union(_ other: BindingTime) -> BindingTime {
      if self == other { return self }
      let order = Self.allCases
      let later = max(order.firstIndex(of: self) ?? 0, order.firstIndex(of: other) ?? 0)
      return order[max(later, order.firstIndex(of: .both) ?? 0)]
    }
  }

  /// All that one expression, `if` or `for` of a template came to.
  package struct Expression: Sendable {
    /// Where it stands; nil for a template that is evaluated as a whole.
    package let span: SourceSpan?
    package fileprivate(set) var bindingTime: BindingTime
    package fileprivate(set) var cost = Cost()
    /// How often it occurs, over all pages.
    package fileprivate(set) var occurrences = 0
    /// On how many pages it needs all values, and on how many nothing else does.
    fileprivate var preparedPages = 0
    fileprivate var solePages = 0
    /// For what is evaluated: the part because of which it is, where that is not all of it.
    package fileprivate(set) var cause: SourceSpan?

    /// What it would cost if nothing else were evaluated.
    package var alone: Double { own + Double(preparedPages * Cost.bytesPerPreparation) }
    /// What pages would save without it. Values that others need, too, are made all the same.
    package var gain: Double { own + Double(solePages * Cost.bytesPerPreparation) }
    /// Whether it is evaluated with all values of the page.
    package var needsAllValues: Bool { preparedPages > 0 }

    private var own: Double {
      cost.total - cost.preparations * Double(Cost.bytesPerPreparation)
    }
  }

  package private(set) var pages = 0
  /// What is the same on every page.
  package private(set) var site = Cost()
  private var expressions: [SourceSpan?: Expression] = [:]
  private var evaluatedOnPage: [SourceSpan?] = []

  package init() {}

  /// The expressions, the dearest first; at equal cost in the order of the templates.
  package var byCost: [Expression] {
    expressions.values.sorted { first, second in
      if first.alone != second.alone { return first.alone > second.alone }
      guard let one = first.span, let other = second.span else { return first.span == nil }
      return (one.file.path, one.range.lowerBound, one.range.upperBound)
        < (other.file.path, other.range.lowerBound, other.range.upperBound)
    }
  }

  /// What all pages cost together.
  package var cost: Cost { byCost.reduce(into: site) { $0 += $1.cost } }

  /// All bytes that are made at some times.
  package func bytes(_ times: BindingTime...) -> Int {
    expressions.values.reduce(0) { $0 + (times.contains($1.bindingTime) ? $1.cost.bytes : 0) }
  }

  /// Takes what was added since the last page as one page.
  mutating func endPage() {
    pages += 1
    let share = Cost(preparations: 1 / Double(max(1, evaluatedOnPage.count)))
    for span in evaluatedOnPage { expressions[span]?.cost += share }
    let different = Set(evaluatedOnPage)
    for span in different {
      expressions[span]?.preparedPages += 1
      if different.count == 1 { expressions[span]?.solePages += 1 }
    }
    evaluatedOnPage = []
  }

  mutating func addToSite(_ cost: Cost) { site += cost }

  mutating func add(
    _ cost: Cost, _ time: BindingTime, to span: SourceSpan?, occurs: Bool = false,
    because cause: SourceSpan? = nil, needsAll: Bool = false
  ) {
    var expression = expressions[span] ?? Expression(span: span, bindingTime: time)
    expression.bindingTime = expression.bindingTime.union(time)
    expression.cost += cost
    if occurs { expression.occurrences += 1 }
    if needsAll { evaluatedOnPage.append(span) }
    if let cause, cause != span { expression.cause = cause }
    expressions[span] = expression
  }
}
