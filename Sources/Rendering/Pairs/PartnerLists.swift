import Comparing
import Planning
import Reading
import Templating

/// Renders the comparisons that each vendor's page lists: as many as there are pairs, twice.
///
/// The body of the loop in the template is specialised like a comparison page, once for the vendors
/// before and once for those after the page's own.
struct PartnerLists: Sendable {
  /// The vendor template without the loops.
  let template: Template
  private let loops: [Loop]
  private let plan: SitePlan
  private let category: Int
  private let pairs: PairRenderer
  private let vendors: @Sendable (Int) -> VendorValues
  /// By vendor and loop.
  private let fragments = Memo<[[VendorFragments]]>(count: 1)

  private struct Loop: Sendable {
    /// The page's vendor is the left one, or the right one.
    let asLeft: Program
    let asRight: Program
  }

  /// What the elements of one loop share of a vendor: of itself, and as somebody's partner.
  private struct VendorFragments: Sendable {
    let ownLeft: Fragments
    let ownRight: Fragments
    let partnerLeft: Fragments
    let partnerRight: Fragments
  }

  /// - Parameter globals: what is known of the template's globals, by name.
  init(
    _ template: Template, _ plan: SitePlan, category: Int, pairs: PairRenderer, words: Wording,
    globals: [String: TemplateValue], vendors: @escaping @Sendable (Int) -> VendorValues
  ) {
    self.plan = plan
    self.category = category
    self.pairs = pairs
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
    self.vendors = vendors
  }

  private var allFragments: [[VendorFragments]] {
    fragments.value(0) {
      plan.edition.categories[category].vendors.indices.map { vendor in
        let values = [vendors(vendor).vendor]
        return loops.map { loop in
          VendorFragments(
            ownLeft: loop.asLeft.fragments(of: .left, values),
            ownRight: loop.asRight.fragments(of: .right, values),
            partnerLeft: loop.asRight.fragments(of: .left, values),
            partnerRight: loop.asLeft.fragments(of: .right, values))
        }
      }
    }
  }

  /// Appends what a loop of a vendor's page gives.
  func render(_ loop: Int, of vendor: Int, into output: inout [UInt8]) {
    let fragments = allFragments
    let own = fragments[vendor][loop]
    var scratch = pairs.makeScratch()
    for other in plan.partners(of: vendor, inCategory: category) {
      let (left, right) = (min(vendor, other), max(vendor, other))
      let facts = [ComparisonLink.fact(pairs.winner(left, right, scratch: &scratch))]
      if vendor == left {
        loops[loop].asLeft.render(
          own.ownLeft, fragments[other][loop].partnerRight, facts: facts, into: &output,
          values: { [] })
      } else {
        loops[loop].asRight.render(
          fragments[other][loop].partnerLeft, own.ownRight, facts: facts, into: &output,
          values: { [] })
      }
    }
  }
}

/// A comparison as a vendor's page lists it: the one definition for both ways of rendering.
struct ComparisonLink {
  let plan: SitePlan
  let words: Wording

  func vendor(_ side: Side) -> StagedValue {
    .value(of: side, at: 0, type: .record(VendorTypes.vendor))
  }

  /// - Parameter partner: the side of the vendor that the page is not about.
  func record(partner: Side) -> StagedValue {
    let (left, right) = (vendor(.left), vendor(.right))
    return .record(
      VendorTypes.vendorComparison,
      [
        "vendor": vendor(partner),
        "text": words.say(
          .comparisonTitle, staged: ["left": left["name"], "right": right["name"]]),
        "url": .joined(plan.comparisonPath(left["slug"], right["slug"])),
        "winnerName": .fact(0, [.known(.none), left["name"], right["name"]]),
      ])
  }

  /// The only fact: nobody wins, left, right.
  static func fact(_ winner: Verdict.Side?) -> UInt16 {
    switch winner {
    case nil: 0
    case .left: 1
    case .right: 2
    }
  }
}

extension SitePlan {
  /// The parts of the address of a comparison on the site.
  func comparisonPath(_ left: StagedValue, _ right: StagedValue) -> [StagedValue] {
    let slugs = ["left": left, "right": right]
    let parts = edition.library.site.paths.comparison.parts.map { part -> StagedValue in
      switch part {
      case .literal(let text): .text(text)
      case .placeholder(let name): slugs[name] ?? .text("")
      }
    }
    // A pattern begins with the slash that the base path ends with.
    return [.text(String(base.path.dropLast()))] + parts
  }
}
