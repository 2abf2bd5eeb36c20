import Comparing
import Content
import Planning
import Templating

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
