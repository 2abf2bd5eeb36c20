import Content

/// The parts of a cell that columns of their own may fill, such as `count` of a rating.
enum CellPart {
  /// What a cell says beside its value.
  static let details = ["note", "scope", "evidence", "asOf", "confidence"]

  /// What the value itself consists of; empty for kinds whose values are one text.
  static func ofValue(_ kind: Kind) -> [String] {
    switch kind {
    case .money: ["amount", "currency", "per"]
    case .percent: ["of", "met"]
    case .rating: ["value", "max", "count"]
    default: []
    }
  }

  static func names(_ kind: Kind) -> [String] {
    let own = ofValue(kind)
    return (own.contains("value") ? own : ["value"] + own) + details
  }

  /// The part that a value of one text is, if other parts stand beside it.
  static func main(of kind: Kind) -> String? {
    switch kind {
    case .money: "amount"
    case .rating: "value"
    default: nil
    }
  }
}
