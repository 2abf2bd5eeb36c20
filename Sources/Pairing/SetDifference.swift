import System
import Templating

/// The common and the distinct items of two sets, in the order written.
///
/// Two sets are not compared if one of them is unknown.
enum SetDifference: String, CaseIterable {
  case shared, onlyLeft, onlyRight

  /// Returns the items as a value that each page works out from both sets.
  ///
  /// - Parameter row: the criterion's position among all criteria of the category.
  func staged(_ row: Int) -> StagedValue {
    let (left, right) = (Self.items(.left, row), Self.items(.right, row))
    return switch self {
    case .shared: .common(left, right)
    case .onlyLeft: .without(left, right)
    case .onlyRight: .without(right, left)
    }
  }

  private static func items(_ side: Side, _ row: Int) -> StagedValue {
    let cell = VendorSlot.cells.cell(side, row)
    return cell["items"].unless(cell["isMissing"])
  }
}
