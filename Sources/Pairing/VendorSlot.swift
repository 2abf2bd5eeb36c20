import Presenting
import System
import Templating

/// The values of a vendor that a comparison page is made of, by name.
enum VendorSlot: Int, CaseIterable {
  /// The vendor's record.
  case vendor
  /// Its cells over all groups, in order.
  case cells
  /// Its segments.
  case fit
  /// Its answers to prompts.
  case answers

  /// The values of a vendor in the order of the slots.
  static func values(of vendor: VendorValues) -> [TemplateValue] {
    allCases.map { slot in
      switch slot {
      case .vendor: vendor.vendor
      case .cells: .list(Array(vendor.cells.joined()))
      case .fit: .list(vendor.fit)
      case .answers: vendor.answers
      }
    }
  }

  private var type: TemplateType {
    switch self {
    case .vendor: .record(VendorTypes.vendor)
    case .cells, .fit: .list(.record(VendorTypes.cell))
    case .answers: .list(.record(ArticleTypes.answered))
    }
  }

  /// The value of a side's vendor.
  func staged(_ side: Side) -> StagedValue { .value(of: side, at: rawValue, type: type) }

  /// An element of a value that is a list of cells.
  func cell(_ side: Side, _ position: Int) -> StagedValue {
    staged(side).element(position, type: .record(VendorTypes.cell))
  }

  /// The value among those of a vendor.
  func value(in values: [TemplateValue]) -> TemplateValue { values[rawValue] }
}
