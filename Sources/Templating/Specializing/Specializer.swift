import Diagnosing
import FoundationEssentials

/// Turns a checked template into pieces, each rendered as rarely as it can be.
///
/// Loops over what the site decides are unrolled, branches whose outcome a fact decides become one
/// variant an outcome, and what depends on one subject becomes a piece of that subject. What is left
/// is evaluated page by page, which is always right and only slower.
final class Specializer {
  /// A part that needs more is left to the plain evaluator.
  private struct TooManyVariants: Error {}
  private static let maxVariants = 1024
  private static let maxPieces = 500_000

  private let evaluator: StagedEvaluator
  /// How the plain evaluator finds the names in scope: loop variables and `let`s, in order.
  private var scope: [TypedNode] = []
  /// False where the plain evaluator could not find the names in scope.
  private var canEvaluate = true
  /// For a text within a page: what it is escaped for.
  private let place: Place?
  /// Where the node stands that is looked at.
  private var mark: SourceSpan?
  private var variants = 1
  private var pieceCount = 0
  /// The slots of a subject's own loop variables come after its values.
  private var subjectSlots: Int

  init(_ slots: [Int: StagedValue], subjectSlots: Int, place: Place? = nil) {
    evaluator = StagedEvaluator(slots)
    self.subjectSlots = subjectSlots
    self.place = place
    canEvaluate = place == nil
  }

  /// The pieces of a template, and how many slots the nodes of a subject need.
  ///
  /// - Parameter slots: the values that are known or staged.
  static func pieces(
    of template: Template, _ slots: [Int: StagedValue], subjectSlots: Int
  ) -> (pieces: [Piece], subjectSlots: Int) {
    let specializer = Specializer(slots, subjectSlots: subjectSlots)
    let pieces = (try? specializer.pieces(template.nodes)) ?? [.evaluate(template.nodes, nil)]
    return (pieces.simplified(), specializer.subjectSlots)
  }

  // MARK: Nodes

  private func pieces(_ nodes: [TypedNode]) throws -> [Piece] {
    var result: [Piece] = []
    for node in nodes {
      let origin = mark
      do {
        result += try pieces(node)
      } catch {
        guard canEvaluate else { throw error }
        result.append(.evaluate(scope + [node], origin))
      }
    }
    pieceCount += result.count
    if pieceCount > Self.maxPieces { throw TooManyVariants() }
    return result
  }

  /// The pieces of a part with names of its own.
  private func body(_ nodes: [TypedNode]) throws -> [Piece] {
    let outer = scope.count
    defer { scope.removeLast(scope.count - outer) }
    return try pieces(nodes)
  }

  private func pieces(_ node: TypedNode) throws -> [Piece] {
    switch node {
    case .inserted: throw TooManyVariants()
    case .mark(let span):
      mark = span
      return []
    case .bytes(let bytes): return [.bytes(place.map { escaped(bytes, for: $0) } ?? bytes)]
    case .output(let expression, let place):
      return try output(evaluator.value(of: expression), self.place ?? place)
    case .assign(let slot, let expression):
      bind(slot, evaluator.value(of: expression), expression)
      return []
    case .branch(let branches, let otherwise): return try branch(branches[...], otherwise)
    case .loop(let position, let element, let list, let body, let otherwise):
      let loop = Loop(
        position: position, element: element, list: list, body: body, otherwise: otherwise)
      return try pieces(of: loop, over: evaluator.value(of: list))
    }
  }

  private func bind(_ slot: Int, _ value: StagedValue, _ expression: TypedExpression) {
    evaluator.bind(slot, value)
    scope.append(.assign(slot, expression))
  }

  /// A variant for each outcome of a choice.
  private func choose(
    _ choice: StagedValue.Choice, _ count: Int, _ variant: (Int) throws -> [Piece]
  ) throws -> [Piece] {
    let before = variants
    defer { variants = before }
    variants *= max(1, count)
    if variants > Self.maxVariants { throw TooManyVariants() }
    let outer = scope.count
    let outcomes = try (0..<count).map { index in
      defer { scope.removeLast(scope.count - outer) }
      return try evaluator.assuming(choice, index) { try variant(index) }
    }
    return [.choose(choice, outcomes)]
  }

  /// Looks at each outcome of a value.
  private func each(
    _ value: StagedValue, _ body: (StagedValue) throws -> [Piece]
  ) throws -> [Piece] {
    let value = evaluator.assumed(value)
    guard case .choice(let choice, let outcomes) = value else { return try body(value) }
    return try choose(choice, outcomes.count) { try each(outcomes[$0], body) }
  }

  // MARK: Values

  private func output(_ value: StagedValue, _ place: Place) throws -> [Piece] {
    try each(value) { value in
      switch value {
      case .known(let known):
        var bytes: [UInt8] = []
        Escaping.write(known.forced, for: place, into: &bytes)
        return [.bytes(bytes)]
      case .subject(let side, let base): return [.subject(side, [.output(base.expression, place)])]
      case .joined(let parts):
        switch place {
        case .link, .resource: return try address(parts[...], place, after: [])
        case .json:
          let quote = Piece.bytes([UInt8(ascii: "\"")])
          return try [quote] + parts.flatMap { try output($0, .jsonString) } + [quote]
        case .raw, .text, .plainElement, .attribute, .jsonString:
          return try parts.flatMap { try output($0, place) }
        }
      case .rendered(let template, let values):
        return try rendered(template, values, place)
      case .record, .list, .concatenated, .choice, .computed, .unknown: throw TooManyVariants()
      }
    }
  }

  /// A text of its own template, within this page.
  private func rendered(
    _ template: Template, _ values: [StagedValue], _ place: Place
  ) throws -> [Piece] {
    if place == .link || place == .resource { throw TooManyVariants() }
    let inner = Specializer(
      values.map(evaluator.assumed).bySlot, subjectSlots: subjectSlots,
      place: place == .json ? .jsonString : place)
    let pieces = try inner.pieces(template.nodes)
    subjectSlots = inner.subjectSlots
    let quote: [Piece] = place == .json ? [.bytes([UInt8(ascii: "\"")])] : []
    return quote + pieces + quote
  }

  private func escaped(_ bytes: [UInt8], for place: Place) -> [UInt8] {
    var output: [UInt8] = []
    Escaping.write(.text(String(decoding: bytes, as: UTF8.self)), for: place, into: &output)
    return output
  }

  /// An address in parts. Its beginning must be known, because it decides whether the address is
  /// one that may stand there; every further part is asked whether it belongs in an address at all.
  private func address(
    _ parts: ArraySlice<StagedValue>, _ place: Place, after done: [Piece]
  ) throws -> [Piece] {
    let refused: [Piece] = [.bytes(Array("about:invalid".utf8))]
    guard let first = parts.first else { return done }
    let rest = parts.dropFirst()
    return try each(first) { part in
      switch part {
      case .known(let known):
        let text = known.plainText
        if text.isEmpty { return try address(rest, place, after: done) }
        if done.isEmpty {
          // A slash alone may become the two that lead to another host, which a link may do.
          let isLong = place == .link || text.utf8.count > 1
          let isDecided = text.utf8.contains { "/?#".utf8.contains($0) } && isLong
          guard isDecided else { throw TooManyVariants() }
          if !Escaping.isSafe(text, isResource: place == .resource) { return refused }
        } else if !Escaping.isAddressPart(text) {
          return refused
        }
        return try address(
          rest, place, after: done + [.bytes(escaped(Array(text.utf8), for: .attribute))])
      case .subject(let side, let base):
        if done.isEmpty { throw TooManyVariants() }
        let test = TypedExpression(kind: .call(.isAddressPart, [base.expression]), type: .bool)
        let piece = Piece.subject(side, [.output(base.expression, .attribute)])
        return try choose(evaluator.test(side, test), 2) { isPart in
          isPart == 0 ? refused : try address(rest, place, after: done + [piece])
        }
      case .joined(let more): return try address(more + rest, place, after: done)
      default: throw TooManyVariants()
      }
    }
  }

  // MARK: Branches

  private func branch(
    _ branches: ArraySlice<TypedNode.Branch>, _ otherwise: [TypedNode]
  ) throws -> [Piece] {
    guard let first = branches.first else { return try body(otherwise) }
    let outer = scope.count
    defer { scope.removeLast(scope.count - outer) }
    return try conditions(
      first.conditions[...], then: { try self.body(first.body) },
      otherwise: { try self.branch(branches.dropFirst(), otherwise) })
  }

  private func conditions(
    _ conditions: ArraySlice<TypedNode.Condition>, then: () throws -> [Piece],
    otherwise: () throws -> [Piece]
  ) throws -> [Piece] {
    guard let first = conditions.first else { return try then() }
    let rest = conditions.dropFirst()
    func holds() throws -> [Piece] {
      try self.conditions(rest, then: then, otherwise: otherwise)
    }
    switch first {
    case .test(let expression):
      return try each(evaluator.value(of: expression)) { value in
        if let known = value.plain { return try known.isTrue ? holds() : otherwise() }
        guard case .subject(let side, let test) = value else { throw TooManyVariants() }
        return try choose(evaluator.test(side, test.expression), 2) {
          try $0 == 1 ? holds() : otherwise()
        }
      }
    case .binding(let slot, let expression):
      return try each(evaluator.value(of: expression)) { value in
        switch value {
        case .unknown, .computed: throw TooManyVariants()
        default: break
        }
        if case .known(.none) = value { return try otherwise() }
        bind(slot, value, expression)
        if value.isNeverNil { return try holds() }
        guard case .subject(let side, let base) = value else { throw TooManyVariants() }
        return try choose(evaluator.isThere(side, base.expression), 2) {
          try $0 == 1 ? holds() : otherwise()
        }
      }
    }
  }

  // MARK: Loops

  private struct Loop {
    let position: Int?
    let element: Int
    let list: TypedExpression
    let body: [TypedNode]
    let otherwise: [TypedNode]
  }

  private func pieces(of loop: Loop, over value: StagedValue) throws -> [Piece] {
    try each(value) { value in
      switch value {
      case .known(let known): return try unrolled(loop, known.items.map { .known($0) })
      case .list(let items): return try unrolled(loop, items)
      case .concatenated(let lists):
        guard loop.position == nil, loop.otherwise.isEmpty else {
          let flat = evaluator.flattened(value)
          if case .unknown = flat { throw TooManyVariants() }
          return try pieces(of: loop, over: flat)
        }
        return try withoutEvaluation { try lists.flatMap { try pieces(of: loop, over: $0) } }
      case .subject(let side, let list): return try repeated(loop, side, list.expression)
      case .choice, .record, .joined, .rendered, .computed, .unknown: throw TooManyVariants()
      }
    }
  }

  private func unrolled(_ loop: Loop, _ items: [StagedValue]) throws -> [Piece] {
    if items.isEmpty { return try body(loop.otherwise) }
    var result: [Piece] = []
    for (index, item) in items.enumerated() {
      let outer = scope.count
      defer { scope.removeLast(scope.count - outer) }
      let number = TypedExpression(constant: .number(.init(index)))
      if let position = loop.position { bind(position, .known(.number(.init(index))), number) }
      bind(
        loop.element, item, TypedExpression(kind: .item(loop.list, index), type: .nothing))
      result += try body(loop.body)
    }
    return result
  }

  /// A loop over a list of one subject, all of which is rendered with that subject.
  private func repeated(
    _ loop: Loop, _ side: Side, _ list: TypedExpression
  ) throws -> [Piece] {
    guard case .list(let elementType) = list.type else { throw TooManyVariants() }
    let position = loop.position.map { _ in newSubjectSlot() }
    let element = newSubjectSlot()
    if let position, let slot = loop.position {
      evaluator.bind(slot, .value(of: side, at: position, type: .number))
    }
    evaluator.bind(loop.element, .value(of: side, at: element, type: elementType))
    let (inner, otherwise) = try withoutEvaluation {
      (try body(loop.body), try body(loop.otherwise))
    }
    guard let inner = inner.simplified().nodes(of: side),
      let otherwise = otherwise.simplified().nodes(of: side)
    else { throw TooManyVariants() }
    let node = TypedNode.loop(
      position: position, element: element, list: list, body: inner, otherwise: otherwise)
    return [.subject(side, [node])]
  }

  private func newSubjectSlot() -> Int {
    defer { subjectSlots += 1 }
    return subjectSlots
  }

  private func withoutEvaluation<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = canEvaluate
    canEvaluate = false
    defer { canEvaluate = before }
    return try body()
  }
}

extension [StagedValue] {
  /// The values of a template's globals, which have the first slots.
  var bySlot: [Int: StagedValue] {
    Dictionary(uniqueKeysWithValues: enumerated().map { ($0, $1) })
  }
}

extension Method {
  /// Whether a text may stand inside an address; no template can call it.
  static let isAddressPart = Method.method(
    "isAddressPart", "", "", type: { _ in .bool },
    { .bool(Escaping.isAddressPart($0[0].plainText)) })
}
