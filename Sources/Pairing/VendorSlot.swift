import Presenting
import System
import Templating

/// The values that a vendor contributes to a comparison page, by name.
enum VendorSlot: Int, CaseIterable {
  /// The vendor's record.
  case vendor
  /// The vendor's cells over all groups, in order.
  case cells
  /// The cells that some pair shows with more digits than usual.
  case detailed
  /// The vendor's segments.
  case fit
  /// The vendor's answers to prompts.
  case answers

  /// Returns the values of a vendor in slot order.
  ///
  /// - Parameter detailed: the cells with more digits than usual, by variant.
  static func values(of vendor: VendorValues, detailed: [TemplateValue]) -> [TemplateValue] {
    allCases.map { slot in
      switch slot {
      case .vendor: vendor.vendor
      case .cells: .list(Array(vendor.cells.joined()))
      case .detailed: .list(detailed)
      case .fit: .list(vendor.fit)
      case .answers: vendor.answers
      }
    }
  }

  private var type: TemplateType {
    switch self {
    case .vendor: .record(VendorTypes.vendor)
    case .cells, .detailed, .fit: .list(.record(VendorTypes.cell))
    case .answers: .list(.record(ArticleTypes.answered))
    }
  }

  /// Returns the value of the vendor on a side.
  func staged(_ side: Side) -> StagedValue { .value(of: side, at: rawValue, type: type) }

  /// Returns a cell, for slots that are lists of cells.
  func cell(_ side: Side, _ position: Int) -> StagedValue {
    staged(side).element(position, type: .record(VendorTypes.cell))
  }

  /// Returns this slot's value from the values of a vendor.
  func value(in values: [TemplateValue]) -> TemplateValue { values[rawValue] }
}
