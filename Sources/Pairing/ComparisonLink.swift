import Comparing
import Content
import Planning
import Presenting
import System
import Templating

/// A comparison as a vendor's page lists it. Both ways of rendering the list use this definition.
struct ComparisonLink {
  let context: PageContext

  func vendor(_ side: Side) -> StagedValue {
    .value(of: side, at: 0, type: .record(VendorTypes.vendor))
  }

  /// Returns the record of a comparison in the list.
  ///
  /// - Parameter partner: the side of the vendor that the page is not about.
  func record(partner: Side) -> StagedValue {
    let (left, right) = (vendor(.left), vendor(.right))
    return .record(
      VendorTypes.vendorComparison,
      [
        "vendor": vendor(partner),
        "text": context.say(
          .comparisonTitle, staged: ["left": left["name"], "right": right["name"]]),
        "url": .joined(context.plan.comparisonPath(left["slug"], right["slug"])),
        "winnerName": Self.winner.staged { outcome in
          switch outcome {
          case .nobody: .known(.none)
          case .left: left["name"]
          case .right: right["name"]
          }
        },
      ])
  }

  /// The fact that an element of the list depends on; there is no other.
  static let winner = Fact<WinnerOutcome>(position: 0)
}

extension SitePlan {
  /// Returns the parts of a comparison's path on the site.
  func comparisonPath(_ left: StagedValue, _ right: StagedValue) -> [StagedValue] {
    // The path of a comparison begins with the slash that the base path ends with.
    [.text(String(base.path.dropLast()))]
      + comparisonAddress.parts(left, right, literal: { .text($0) })
  }
}
