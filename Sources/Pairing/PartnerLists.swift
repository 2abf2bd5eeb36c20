import Comparing
package import Hashing
import Planning
import Presenting
import System
package import Templating

/// The comparisons that the pages of one kind list for each vendor: up to twice as many entries as
/// there are pairs.
///
/// The body of the template's loop is specialized like a comparison page, once for vendors before
/// the page's own and once for those after it.
package struct PartnerLists: Sendable {
  /// The template without the loops.
  fileprivate let template: Template
  fileprivate let loops: [Loop]
  /// Whether the template reads comparisons anywhere but in these loops.
  fileprivate let areReadElsewhere: Bool
  fileprivate let model: SiteModel
  fileprivate let category: CategoryPosition
  fileprivate let pairs: PairRenderer
  private let fragments = Lazy<AllFragments>()

  fileprivate struct Loop: Sendable {
    /// The loop's body for a page whose vendor is the left-hand one of each pair.
    let asLeft: Program
    let asRight: Program
  }

  /// The fragments of all vendors that the lists share.
  fileprivate struct AllFragments: Sendable {
    /// The fragments, by vendor and loop.
    let vendors: [[VendorFragments]]
    /// The fingerprint of what each vendor contributes, as the left-hand partner, to other vendors'
    /// lists.
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

  /// A vendor's fragments for the elements of one loop, as the page's own vendor and as a partner.
  /// A class, so that passing it to a page costs one retain.
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

  /// - Parameters:
  ///   - template: the template of the pages.
  ///   - schema: its names, among them `vendor`, `category` and `comparisons`.
  init(
    _ model: SiteModel, category: CategoryPosition, template: Template, schema: PageSchema,
    pairs: PairRenderer
  ) {
    self.model = model
    self.category = category
    self.pairs = pairs
    let globals = ["site": model.site, "category": model.category(category).link]
    let members = schema.globals + schema.site
    let list = members.firstIndex { $0.name == "comparisons" } ?? members.count
    let (rest, found) = template.extractingLoops(over: list)
    let comparison = ComparisonLink(context: model.context)
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
    // If one loop cannot be specialized, the plain evaluator renders all of them.
    let isComplete = loops.count == found.count
    self.loops = isComplete ? loops : []
    self.template = isComplete ? rest : template
    areReadElsewhere = self.template.readsElements(ofList: list)
  }

  /// Whether pages render their comparisons without the plain evaluator.
  package var isSpecialized: Bool { !loops.isEmpty && !areReadElsewhere }

  fileprivate func vendor(_ index: Int) -> VendorValues {
    model.vendor(VendorPosition(category, index))
  }

  /// Makes the fragments that the lists share, in parallel.
  func prepare(jobs: Int) {
    if loops.isEmpty { return }
    _ = allFragments(jobs: jobs)
  }

  fileprivate func allFragments(jobs: Int = 1) -> AllFragments {
    fragments.value {
      let positions = Array(model.plan.edition[category].vendors.indices)
      return AllFragments(
        concurrentMap(positions, jobs: jobs) { vendor in
          let values = [self.vendor(vendor).vendor]
          return loops.map { VendorFragments($0, values) }
        })
    }
  }
}

/// The comparisons of one vendor that a page lists.
package struct PartnerList: Sendable {
  private let lists: PartnerLists
  private let vendor: Int
  private let partners: [Int]
  /// The winner of each partner's comparison, as the number of a fact.
  private let winners: [UInt16]

  /// - Parameter partners: the other vendors of the comparisons, in the order of the list.
  package init(_ lists: PartnerLists, of vendor: Int, with partners: [Int]) {
    self.lists = lists
    self.vendor = vendor
    self.partners = partners
    let summaries = lists.pairs.summaries
    winners = partners.map { other in
      WinnerOutcome(
        lists.pairs.winner(min(vendor, other), max(vendor, other), among: summaries)
      ).rawValue
    }
  }

  /// The template of the page, without the loops.
  package var template: Template { lists.template }

  /// Appends the output of a loop of the page.
  package func render(_ loop: Int, into output: inout [UInt8]) {
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

  /// The comparisons as a value, made only for templates that read them outside a loop.
  package var value: TemplateValue {
    .deferred(DeferredValue(Derived(from: self) { $0.comparisons }, count: partners.count))
  }

  private var comparisons: TemplateValue {
    let own = [lists.vendor(vendor).vendor]
    return .list(
      zip(partners, winners).map { other, winner in
        let others = [lists.vendor(other).vendor]
        let isLeft = vendor < other
        let inputs = PairInputs(
          left: isLeft ? own : others, right: isLeft ? others : own, facts: [winner])
        return ComparisonLink(context: lists.model.context)
          .record(partner: isLeft ? .right : .left).resolved(inputs)
      })
  }
}

extension PartnerList: Fingerprinted {
  /// Adds what the page shows of the partners: the output of the loops if only loops read it,
  /// otherwise everything known about each partner.
  package func add(to input: inout FingerprintInput) {
    let fragments = lists.allFragments()
    for other in partners {
      input.add(vendor < other ? fragments.rights[other] : fragments.lefts[other])
    }
    if lists.areReadElsewhere {
      for other in partners { input.add(lists.vendor(other).vendor) }
    }
    input.add(winners.map { UInt8(truncatingIfNeeded: $0) })
  }
}
