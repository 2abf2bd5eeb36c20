import Templating

/// The common and the distinct items of two sets, in the order written.
struct SetDifference {
  enum Part: String, CaseIterable {
    case shared, onlyLeft, onlyRight
  }

  private let left: [TemplateValue]
  private let right: [TemplateValue]

  /// - Parameter position: the criterion's position among all criteria of the category.
  init(_ left: [TemplateValue], _ right: [TemplateValue], _ position: Int) {
    // Two sets are not compared if one of them is unknown.
    let (left, right) = (Self.items(left, position), Self.items(right, position))
    self.left = right == nil ? [] : left ?? []
    self.right = left == nil ? [] : right ?? []
  }

  private static func items(_ subject: [TemplateValue], _ position: Int) -> [TemplateValue]? {
    guard case .list(let cells) = VendorSlot.cells.value(in: subject),
      case .record(let cell) = cells[position],
      cell["isMissing"] == .bool(false), case .list(let items) = cell["items"]
    else { return nil }
    return items
  }

  func items(_ part: Part) -> TemplateValue {
    switch part {
    case .shared: .list(left.filter(right.contains))
    case .onlyLeft: .list(left.filter { !right.contains($0) })
    case .onlyRight: .list(right.filter { !left.contains($0) })
    }
  }
}
