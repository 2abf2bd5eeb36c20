package import System

/// A program as the handler of packed pages runs it: a list of pieces.
///
///     "text"                                 is written
///     ["left", 3], ["right", 0]              a fragment of a vendor
///     ["fact", 7, [pieces, pieces, …]]       the pieces that a fact selects
///     ["leftTest", 2, [pieces, pieces]]      the pieces for false and for true
///     ["pairTest", input, expression, [pieces, pieces]]
///     ["compute", input, expression, place]  a value, worked out from the inputs from there on
///     ["evaluate", input, nodes]
///     ["part", 2]                            pieces that several alternatives share
extension Program {
  /// - Throws: for the first part that needs what a packed page does not have.
  package func packed() throws(PackingFailure) -> PackedJSON {
    var inputs: [PackedJSON] = []
    for input in self.inputs {
      if adds, !input.addsExactly { throw Self.inexactSum }
      inputs.append(try input.packed())
    }
    var packer = ProgramPacker(self)
    let page = try packer.packed(main)
    return .object(["inputs": .list(inputs), "page": page, "parts": .list(packer.parts)])
  }

  private static let inexactSum = PackingFailure("add numbers of so many digits")
  static let needsEverything = PackingFailure("be evaluated with all values of both vendors")

  /// Whether pages add, subtract or round numbers.
  private var adds: Bool {
    computations.contains { $0.expression.adds } || pairTests.contains { $0.expression.adds }
      || evaluations.contains { $0.nodes.adds }
  }

  /// Whether subjects contribute more than fragments and tests.
  package var contributesValues: Bool { sides.contains { !$0.values.isEmpty } }

  /// Finds out whether what a subject contributes can be packed, without rendering its fragments.
  package func checkPacking(of side: Side, _ values: [TemplateValue]) throws(PackingFailure) {
    let evaluator = Evaluator(
      values, slotCount: subjectSlots, budget: RenderingBudget(template.limits))
    for expression in sides[side.rawValue].values {
      let value = evaluator.value(of: expression)
      _ = try value.packed()
      if adds, !value.addsExactly { throw Self.inexactSum }
    }
  }

  /// What a subject contributes to pages on one side.
  ///
  /// - Parameter texts: the texts of the subject's fragments, to which those of this side are
  ///   added.
  package func packed(
    _ fragments: Fragments, into texts: inout PackedTexts
  ) throws(PackingFailure) -> PackedJSON {
    var numbers: [PackedJSON] = []
    for index in fragments.ends.indices {
      numbers.append(.number(try texts.add(fragments.bytes[fragments.range(index)])))
    }
    var values: [PackedJSON] = []
    for value in fragments.values { values.append(try value.packed()) }
    if adds, !fragments.values.allSatisfy(\.addsExactly) {
      throw Self.inexactSum
    }
    return .object([
      "fragments": .list(numbers), "tests": .list(fragments.tests.map { .number($0 ? 1 : 0) }),
      "values": .list(values),
    ])
  }
}

extension Program.Input {
  /// An input: a value, one that a vendor contributes, or one that a fact or a test selects.
  fileprivate func packed() throws(PackingFailure) -> PackedJSON {
    switch self {
    case .known(let value): return ["value", try value.packed()]
    case .value(let side, let index): return [.text(side.name), .number(index)]
    case .fact(let fact, let inputs): return ["fact", .number(fact), try Self.packed(inputs)]
    case .test(let side, let test, let inputs):
      return [.text(side.name + "Test"), .number(test), try Self.packed(inputs)]
    }
  }

  /// Whether its numbers are whole and small, as far as they are known.
  fileprivate var addsExactly: Bool {
    switch self {
    case .known(let value): value.addsExactly
    case .value: true
    case .fact(_, let inputs), .test(_, _, let inputs): inputs.allSatisfy(\.addsExactly)
    }
  }

  private static func packed(_ inputs: [Program.Input]) throws(PackingFailure) -> PackedJSON {
    var items: [PackedJSON] = []
    for input in inputs { items.append(try input.packed()) }
    return .list(items)
  }
}

extension Side {
  fileprivate var name: String { self == .left ? "left" : "right" }
}
