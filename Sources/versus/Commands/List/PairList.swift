import Comparing
import Content
import Diagnosing
import Pairing
import Planning
import System

/// The comparisons of a site: the contract of `list pairs --format json`. Pairs are printed as they
/// are found, because there may be more of them than fit into memory.
struct PairList {
  private let plan: SitePlan
  private let invocation: Invocation
  private let widths: [Int]

  static func print(_ plan: SitePlan, _ invocation: Invocation) {
    switch invocation.format {
    case .json, .text: PairList(plan, invocation).print()
    case .sarif, .github: break
    }
  }

  private init(_ plan: SitePlan, _ invocation: Invocation) {
    self.plan = plan
    self.invocation = invocation
    let slug = plan.edition.categories.flatMap(\.vendors).map(\.slug.text.count).max() ?? 0
    widths = [slug, slug, slug, 0]
  }

  private func print() {
    let isJSON = invocation.format == .json
    if isJSON { Terminal.print(#"{"pairs":["#) }
    var isFirst = true
    for category in plan.edition.categoryPositions {
      let comparer = PairComparer(plan.edition, category: category, jobs: invocation.jobs)
      var vendors = plan.edition.vendorPositions(of: category)[...]
      // Each worker finds the pairs of one left vendor at a time.
      while !vendors.isEmpty, !Terminal.isOver {
        let batch = Array(vendors.prefix(invocation.jobs))
        vendors = vendors.dropFirst(batch.count)
        for text in concurrentMap(batch, jobs: invocation.jobs, { text(ofLeft: $0, comparer) })
        where !text.isEmpty {
          Terminal.print(isJSON && !isFirst ? "," + text : text)
          isFirst = false
        }
      }
    }
    if isJSON { Terminal.print(#"],"week":"\#(plan.edition.week.text)"}"# + "\n") }
    ListCommand.count(plan.comparisonCount, "comparison", plan.edition.week, invocation)
  }

  /// Returns the pairs of a left vendor, in order.
  private func text(ofLeft left: VendorPosition, _ comparer: PairComparer) -> String {
    let vendors = plan.edition[left.category].vendors
    let pairs = plan.rights(ofLeft: left).map { right in
      let result = comparer.summary(left.index, right)
      let (a, b) = (vendors[left.index].slug.text, vendors[right].slug.text)
      let winner = result.winner.map { $0 == .left ? a : b }
      return invocation.format == .json
        ? json(a, b, winner, isIndexed: result.isIndexed)
        : Columns.line(
          [a, b, winner ?? "-", result.isIndexed ? "indexed" : "noindex"], widths: widths) + "\n"
    }
    return pairs.joined(separator: invocation.format == .json ? "," : "")
  }

  /// Returns a pair as JSON. Slugs need no escapes.
  private func json(_ left: String, _ right: String, _ winner: String?, isIndexed: Bool) -> String {
    #"{"indexed":\#(isIndexed),"left":"\#(left)","right":"\#(right)","#
      + #""winner":\#(winner.map { "\"\($0)\"" } ?? "null")}"#
  }
}
