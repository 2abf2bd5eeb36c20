package import Diagnosing

/// The composition of some pages, and the cost of each expression of their templates.
///
/// Every byte is attributed to the innermost expression, `if` or `for` that the site alone does not
/// decide; a byte in none of these is attributed to the site.
package struct ProgramProfile: Sendable {
  /// The cost of a part, summed over all pages.
  package struct Cost: Sendable {
    package var bytes = 0
    /// The number of copies and of selections between variants. A copy made for several expressions
    /// is divided evenly among them.
    package var copies = 0.0
    /// How many values were worked out from what either subject contributes.
    package var computations = 0
    /// The number of expressions evaluated for single pages.
    package var evaluations = 0
    /// The number of pages whose values all had to be made because something on the page is
    /// evaluated. A page is divided evenly among its evaluated expressions.
    package var preparations = 0.0

    /// About as many bytes could be copied in the same time, as measured once.
    package static let (bytesPerCopy, bytesPerComputation) = (100, 500)
    package static let (bytesPerEvaluation, bytesPerPreparation) = (2_000, 100_000)

    /// The cost as an equivalent number of copied bytes. No clock is involved, so the result is
    /// reproducible.
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

  /// When a part is made. The site's own bytes are made once.
  package enum BindingTime: String, Sendable, CaseIterable, Encodable {
    /// Once for each vendor on the left, or on the right.
    case left, right
    /// Once for each vendor and side: some parts for the left vendor, some for the right one.
    case both
    /// Selected on each page from existing variants.
    case pair
    /// Evaluated on each page.
    case evaluated

    /// Returns the binding time of a part that combines parts of two binding times.
    func union(_ other: BindingTime) -> BindingTime {
      if self == other { return self }
      let order = Self.allCases
      let later = max(order.firstIndex(of: self) ?? 0, order.firstIndex(of: other) ?? 0)
      return order[max(later, order.firstIndex(of: .both) ?? 0)]
    }
  }

  /// The total cost of one expression, `if` or `for` of a template.
  package struct Expression: Sendable {
    /// The place in the source; nil for a template that is evaluated as a whole.
    package let span: SourceSpan?
    package fileprivate(set) var bindingTime: BindingTime
    package fileprivate(set) var cost = Cost()
    /// The number of occurrences on all pages.
    package fileprivate(set) var occurrences = 0
    /// On how many pages it needs all values, and on how many nothing else does.
    fileprivate var preparedPages = 0
    fileprivate var solePages = 0
    /// The part that forces the expression to be evaluated, if that is not the whole expression.
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
  /// The cost of everything that is equal on all pages.
  package private(set) var site = Cost()
  private var expressions: [SourceSpan?: Expression] = [:]
  private var evaluatedOnPage: [SourceSpan?] = []

  package init() {}

  /// The expressions, most expensive first; in template order at equal cost.
  package var byCost: [Expression] {
    expressions.values.sorted { first, second in
      if first.alone != second.alone { return first.alone > second.alone }
      guard let one = first.span, let other = second.span else { return first.span == nil }
      return (one.file.path, one.range.lowerBound, one.range.upperBound)
        < (other.file.path, other.range.lowerBound, other.range.upperBound)
    }
  }

  /// The total cost of all pages.
  package var cost: Cost { byCost.reduce(into: site) { $0 += $1.cost } }

  /// Returns the number of bytes made at the given times.
  package func bytes(_ times: BindingTime...) -> Int {
    expressions.values.reduce(0) { $0 + (times.contains($1.bindingTime) ? $1.cost.bytes : 0) }
  }

  /// Ends a page: everything added since the previous page belongs to it.
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
