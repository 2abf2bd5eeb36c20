import FoundationEssentials
import System

/// Values as the handler of packed pages reads them:
///
///     null, true, "text", 1.5, ["a", "b"]     nil, a Bool, a text, a number, a list
///     {"h": "<b>"}                            HTML
///     {"t": "vendor", "i": 0, "r": […]}       a record: its type, the place of its identity,
///                                             its values
extension TemplateValue {
  func packed() throws(PackingFailure) -> PackedJSON {
    switch self {
    case .none: return .none
    case .bool(let bool): return .bool(bool)
    case .number(let number): return try Self.packed(number)
    case .text(let text): return .text(text)
    case .html(let html): return .object(["h": .text(html)])
    case .list(let items): return .list(try items.packed())
    case .record(let record):
      return .object([
        "t": .text(record.type.name), "i": record.type.identity.map { .number($0) } ?? .none,
        "r": .list(try record.values.packed()),
      ])
    case .dictionary: throw PackingFailure("take a dictionary along")
    case .deferred: throw PackingFailure("take the text of a whole report along")
    }
  }

  /// JavaScript's numbers hold 15 decimal digits without loss, and write them without an exponent
  /// from 0.000001 on.
  private static func packed(_ number: Decimal) throws(PackingFailure) -> PackedJSON {
    let text = number.text
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
    let fraction = text.split(separator: ".").dropFirst().first ?? ""
    guard digits.count <= 15, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      fraction.utf8.count <= 6, !fraction.hasSuffix("0"), text != "-0"
    else { throw PackingFailure("hold the number \(text)") }
    return .decimal(text)
  }

  /// Whether sums and differences of the value's numbers are exact in JavaScript, which adds them
  /// in millionths: they are small, those with a fraction smaller.
  var addsExactly: Bool {
    switch self {
    case .none, .bool, .text, .html: true
    case .number(let number):
      number.multiple(6).map { $0.magnitude < (number.isWhole ? 1 << 31 : 1 << 20) * 1_000_000 }
        ?? false
    case .list(let items): items.allSatisfy(\.addsExactly)
    case .record(let record): record.values.allSatisfy(\.addsExactly)
    case .dictionary, .deferred: false
    }
  }
}

extension [TemplateValue] {
  fileprivate func packed() throws(PackingFailure) -> [PackedJSON] {
    var items: [PackedJSON] = []
    for value in self { items.append(try value.packed()) }
    return items
  }
}
