/// Expressions and nodes as the handler of packed pages reads them: lists whose first element names
/// the operation. The handler knows the operations that are equal in both languages to the last
/// byte; all others cannot be packed.
extension TypedExpression {
  func packed() throws(PackingFailure) -> PackedJSON {
    switch kind {
    case .constant(let value): return ["value", try value.packed()]
    case .slot(let slot): return ["name", .number(slot)]
    case .input(let index): return ["input", .number(index)]
    case .member(let base, let index): return ["member", try base.packed(), .number(index)]
    case .item(let base, let index): return ["item", try base.packed(), .number(index)]
    case .element(let base, let key): return ["element", try base.packed(), try key.packed()]
    case .call(let method, let arguments): return try Self.packed(method, arguments)
    case .phrase(let phrase, let arguments):
      return [
        "phrase", .list(phrase.parts(isOne: false).map(\.packed)),
        .list(phrase.parts(isOne: true).map(\.packed)),
        phrase.countPosition.map { .number($0) } ?? .none, .list(try arguments.packed()),
      ]
    case .list(let items): return ["list", .list(try items.packed())]
    case .joined(let parts): return ["text", .list(try parts.packed())]
    case .not(let operand): return ["!", try operand.packed()]
    case .negate: throw PackingFailure("negate a number")
    case .binary(let op, let left, let right):
      guard !Self.inexact.contains(op), !isSum || (left.addsExactly && right.addsExactly) else {
        throw PackingFailure("work out '\(op.rawValue)', which may need all digits of a decimal")
      }
      return [.text(op.rawValue), try left.packed(), try right.packed()]
    case .conditional(let test, let yes, let no):
      return ["?", try test.packed(), try yes.packed(), try no.packed()]
    }
  }

  private static let inexact: Set<Operator> = [.times, .divided, .remainder]

  /// The methods that the handler knows.
  private static let methods = Set(
    [
      "isEmpty", "count", "first", "last", "contains", "reversed", "joined", "enumerated", "min",
      "max", "rounded", Method.common.name, Method.without.name, Method.pairedName,
    ] + Phrase.isolationNames)

  private static func packed(
    _ method: Method, _ arguments: [TypedExpression]
  ) throws(PackingFailure) -> PackedJSON {
    // What counts as a character differs between versions of Unicode.
    let isOfList = if case .list? = arguments.first?.type { true } else { false }
    guard methods.contains(method.name), method.name != "count" || isOfList,
      method.name != "rounded" || arguments.allSatisfy(\.addsExactly)
    else { throw PackingFailure("call '\(method.name)' on values of both vendors") }
    return ["call", .text(method.name), .list(try arguments.packed())]
  }

  /// Whether it is the sum or the difference of two numbers.
  private var isSum: Bool {
    guard case .binary(let op, _, _) = kind else { return false }
    if case .list = type { return false }
    return op == .minus || op == .plus && type != .text
  }

  private var isRounded: Bool {
    if case .call(let method, _) = kind { method.name == "rounded" } else { false }
  }

  /// Whether numbers are added, subtracted or rounded anywhere in the expression.
  var adds: Bool { isSum || isRounded || operands.contains(where: \.adds) }

  /// Whether its constants are small.
  private var addsExactly: Bool {
    if case .constant(let value) = kind { return value.addsExactly }
    return operands.allSatisfy(\.addsExactly)
  }
}

extension [TypedExpression] {
  func packed() throws(PackingFailure) -> [PackedJSON] {
    var items: [PackedJSON] = []
    for expression in self { items.append(try expression.packed()) }
    return items
  }
}

extension Phrase.Part {
  fileprivate var packed: PackedJSON {
    switch self {
    case .text(let text): .text(text)
    case .parameter(let index): .number(index)
    }
  }
}

extension Place {
  var packed: PackedJSON {
    switch self {
    case .raw: "raw"
    case .text, .plainElement, .attribute: "html"
    case .link: "link"
    case .resource: "resource"
    case .json: "json"
    case .jsonString: "string"
    }
  }
}

extension [TypedNode] {
  func packed() throws(PackingFailure) -> PackedJSON {
    var items: [PackedJSON] = []
    for node in self { if let item = try node.packed() { items.append(item) } }
    return .list(items)
  }

  var adds: Bool { contains(where: \.adds) }
}

extension TypedNode {
  fileprivate func packed() throws(PackingFailure) -> PackedJSON? {
    switch self {
    case .bytes(let bytes): return try .packed(bytes[...])
    case .output(let expression, let place):
      return ["write", try expression.packed(), place.packed]
    case .assign(let slot, let expression, _):
      return ["let", .number(slot), try expression.packed()]
    case .branch(let branches, let otherwise):
      var packed: [PackedJSON] = []
      for branch in branches {
        var conditions: [PackedJSON] = []
        for condition in branch.conditions { conditions.append(try condition.packed()) }
        packed.append([.list(conditions), try branch.body.packed()])
      }
      return ["if", .list(packed), try otherwise.packed()]
    case .loop(let position, let element, let list, let body, let otherwise):
      return [
        "for", position.map { .number($0) } ?? .none, .number(element), try list.packed(),
        try body.packed(), try otherwise.packed(),
      ]
    case .mark: return nil
    case .inserted: throw PackingFailure("hold a list of comparisons")
    }
  }

  fileprivate var adds: Bool {
    switch self {
    case .bytes, .mark, .inserted: false
    case .output(let expression, _), .assign(_, let expression, _): expression.adds
    case .branch(let branches, let otherwise):
      otherwise.adds || branches.contains { $0.body.adds || $0.conditions.contains(where: \.adds) }
    case .loop(_, _, let list, let body, let otherwise): list.adds || body.adds || otherwise.adds
    }
  }
}

extension TypedNode.Condition {
  fileprivate func packed() throws(PackingFailure) -> PackedJSON {
    switch self {
    case .test(let expression): return ["test", try expression.packed()]
    case .binding(let slot, let expression):
      return ["let", .number(slot), try expression.packed()]
    }
  }

  fileprivate var adds: Bool {
    switch self {
    case .test(let expression), .binding(_, let expression): expression.adds
    }
  }
}

extension PackedJSON {
  /// Bytes of a page, which are UTF-8 unless a file of the theme is not.
  static func packed(_ bytes: ArraySlice<UInt8>) throws(PackingFailure) -> PackedJSON {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PackingFailure("hold bytes that are not UTF-8")
    }
    return .text(text)
  }
}
