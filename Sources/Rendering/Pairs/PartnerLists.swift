import Comparing
import Hashing
import Planning
import System
import Templating

/// The comparisons that each vendor's page lists: as many as there are pairs, twice.
///
/// The body of the loop in the template is specialised like a comparison page, once for the vendors
/// before and once for those after the page's own.
struct PartnerLists: Sendable {
  /// The vendor template without the loops.
  fileprivate let template: Template
  fileprivate let loops: [Loop]
  /// Whether the template reads comparisons in other ways than by these loops.
  fileprivate let areReadElsewhere: Bool
  fileprivate let plan: SitePlan
  fileprivate let category: Int
  fileprivate let pairs: PairRenderer
  fileprivate let vendors: @Sendable (Int) -> VendorValues
  fileprivate let words: Wording
  private let fragments = Memo<AllFragments>(count: 1)

  fileprivate struct Loop: Sendable {
    /// The page's vendor is the left one, or the right one.
    let asLeft: Program
    let asRight: Program
  }

  /// What the lists share of all vendors.
  fileprivate struct AllFragments: Sendable {
    /// By vendor and loop.
    let vendors: [[VendorFragments]]
    /// By vendor, of what it gives to the page of a vendor on its right, and on its left.
    let lefts: [Fingerprint]
    let rights: [Fingerprint]

    init(_ vendors: [[VendorFragments]]) {
      self.vendors = vendors
      lefts = vendors.map { loops in
        Fingerprint { for loop in loops { $0.add(loop.partnerLeft.fingerprint) } }
      }
      rights = vendors.map { loops in
        Fingerprint { for loop in loops { $0.add(loop.partnerRight.fingerprint) } }
      }
    }
  }

  /// What the elements of one loop share of a vendor: of itself, and as somebody's partner. A class,
  /// so that to pass it on for each of many pages counts one reference.
  fileprivate final class VendorFragments: Sendable {
    let ownLeft: Fragments
    let ownRight: Fragments
    let partnerLeft: Fragments
    let partnerRight: Fragments

    init(_ loop: Loop, _ values: [TemplateValue]) {
      ownLeft = loop.asLeft.fragments(of: .left, values)
      ownRight = loop.asRight.fragments(of: .right, values)
      partnerLeft = loop.asRight.fragments(of: .left, values)
      partnerRight = loop.asLeft.fragments(of: .right, values)
    }
  }

  /// - Parameter globals: what is known of the template's globals, by name.
  init(
    _ template: Template, _ plan: SitePlan, category: Int, pairs: PairRenderer, words: Wording,
    globals: [String: TemplateValue], vendors: @escaping @Sendable (Int) -> VendorValues
  ) {
    self.plan = plan
    self.category = category
    self.pairs = pairs
    self.words = words
    let schema = PageKind.vendor.schema
    let members = schema.globals + schema.site
    let list = members.firstIndex { $0.name == "comparisons" } ?? members.count
    let (rest, found) = template.extractingLoops(over: list)
    let comparison = ComparisonLink(plan: plan, words: words)
    let loops = found.compactMap { loop -> Loop? in
      let programs = Side.allCases.compactMap { own -> Program? in
        let known = members.map { member -> StagedValue? in
          member.name == "vendor" ? comparison.vendor(own) : globals[member.name].map { .known($0) }
        }
        return loop.program(
          known, element: comparison.record(partner: own == .left ? .right : .left),
          subjectValues: 1)
      }
      return programs.count == 2 ? Loop(asLeft: programs[0], asRight: programs[1]) : nil
    }
    // One loop that cannot be specialised leaves all of them to the plain evaluator.
    let isComplete = loops.count == found.count
    self.loops = isComplete ? loops : []
    self.template = isComplete ? rest : template
    areReadElsewhere = self.template.readsElements(ofList: list)
    self.vendors = vendors
  }

  /// Whether no page has to be given to the plain evaluator for its comparisons.
  var isSpecialized: Bool { !loops.isEmpty && !areReadElsewhere }

  /// Makes what the lists share, in parallel.
  func prepare(jobs: Int) {
    if loops.isEmpty { return }
    _ = allFragments(jobs: jobs)
  }

  fileprivate func allFragments(jobs: Int = 1) -> AllFragments {
    fragments.value(0) {
      let positions = Array(plan.edition.categories[category].vendors.indices)
      return AllFragments(
        concurrentMap(positions, jobs: jobs) { vendor in
          let values = [vendors(vendor).vendor]
          return loops.map { VendorFragments($0, values) }
        })
    }
  }
}

/// The comparisons that one vendor's page lists.
struct PartnerList: Sendable {
  private let lists: PartnerLists
  private let vendor: Int
  private let partners: [Int]
  /// The fact of each partner's comparison.
  private let winners: [UInt16]

  init(_ lists: PartnerLists, of vendor: Int) {
    self.lists = lists
    self.vendor = vendor
    partners = lists.plan.partners(of: vendor, inCategory: lists.category)
    let summaries = lists.pairs.summaries
    winners = partners.map { other in
      ComparisonLink.fact(
        lists.pairs.winner(min(vendor, other), max(vendor, other), among: summaries))
    }
  }

  /// The template of the vendor's page, without the loops.
  var template: Template { lists.template }

  /// Appends what a loop of the vendor's page gives.
  func render(_ loop: Int, into output: inout [UInt8]) {
    let fragments = lists.allFragments().vendors
    let own = fragments[vendor][loop]
    let programs = lists.loops[loop]
    var facts: [UInt16] = [0]
    for index in partners.indices {
      let other = partners[index]
      facts[0] = winners[index]
      if vendor < other {
        programs.asLeft.render(
          own.ownLeft, fragments[other][loop].partnerRight, facts: facts, into: &output,
          values: { [] })
      } else {
        programs.asRight.render(
          fragments[other][loop].partnerLeft, own.ownRight, facts: facts, into: &output,
          values: { [] })
      }
    }
  }

  /// The comparisons as a value that is made only for a template that needs more of them than a
  /// loop.
  var value: TemplateValue {
    .deferred(
      DeferredValue({ fingerprint }, count: partners.count) {
        let own = [lists.vendors(vendor).vendor]
        return .list(
          zip(partners, winners).map { other, winner in
            let others = [lists.vendors(other).vendor]
            let isLeft = vendor < other
            let inputs = PairInputs(
              left: isLeft ? own : others, right: isLeft ? others : own, facts: [winner])
            return ComparisonLink(plan: lists.plan, words: lists.words)
              .record(partner: isLeft ? .right : .left).resolved(inputs)
          })
      })
  }

  /// Changes with what the page shows of the partners: where only loops read them, with what these
  /// give, else with all that is known of each partner.
  private var fingerprint: Fingerprint {
    let fragments = lists.allFragments()
    return Fingerprint { input in
      for other in partners {
        input.add(vendor < other ? fragments.rights[other] : fragments.lefts[other])
      }
      if lists.areReadElsewhere {
        for other in partners { input.add(lists.vendors(other).vendor) }
      }
      input.add(winners.map { UInt8(truncatingIfNeeded: $0) })
    }
  }
}
