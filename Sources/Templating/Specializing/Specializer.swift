import Diagnosing

/// Turns a checked template into pieces, each rendered as rarely as possible.
///
/// Loops over the site's values are unrolled. A branch decided by a fact becomes one variant per
/// outcome. Whatever depends on one subject becomes a piece of that subject. The rest is evaluated
/// for each page, which is always correct but slower.
final class Specializer {
  /// Thrown for a part that needs too many variants; the part is left to the plain evaluator.
  struct TooManyVariants: Error {
    /// The expression inside the part that needs the variants.
    var cause: SourceSpan?
  }
  private static let maxVariants = 1024
  private static let maxPieces = 500_000
  private static let maxBytes = 16 << 20

  let evaluator: StagedEvaluator
  /// The loop variables and `let`s in scope, in order, as nodes for the plain evaluator.
  var scope: [TypedNode] = []
  /// Whether the plain evaluator could resolve the names in scope.
  private var canEvaluate = true
  /// How many loops over a subject's own list are open: their names are the subject's alone.
  var repeats = 0
  /// The position to escape for, if the template is a text within a page.
  let place: Place?
  /// Whether pieces record their places in the source.
  private let keepsOrigins: Bool
  private var variants = 1
  private var pieceCount = 0
  private var byteCount = 0
  private let maxPieces: Int
  /// The number of slots that a subject's nodes need. Slots for loop variables follow its values.
  var subjectSlots: Int

  init(
    _ slots: [Int: StagedValue], subjectSlots: Int, limits: RenderingLimits, place: Place? = nil,
    keepsOrigins: Bool = false
  ) {
    evaluator = StagedEvaluator(slots, limits)
    maxPieces = min(Self.maxPieces, limits.steps)
    self.subjectSlots = subjectSlots
    self.place = place
    self.keepsOrigins = keepsOrigins
    canEvaluate = place == nil
  }

  /// Returns the pieces of a template, and the number of slots that a subject's nodes need.
  ///
  /// - Parameters:
  ///   - slots: the values that are known or staged.
  ///   - layout: which pieces hold the bytes between them.
  ///   - keepsOrigins: whether pieces record their places in the source; they are otherwise equal.
  static func pieces(
    of template: Template, _ slots: [Int: StagedValue], subjectSlots: Int,
    layout: FragmentLayout = .fast, keepsOrigins: Bool = false
  ) -> (pieces: [Piece], subjectSlots: Int) {
    let specializer = Specializer(
      slots, subjectSlots: subjectSlots, limits: template.limits, keepsOrigins: keepsOrigins)
    let pieces =
      (try? specializer.pieces(template.nodes)) ?? [
        .evaluate(template.nodes, inputs: nil, nil, cause: nil)
      ]
    return (pieces.simplified(for: layout), specializer.subjectSlots)
  }

  // MARK: Nodes

  func pieces(_ nodes: [TypedNode]) throws -> [Piece] {
    var result: [Piece] = []
    var span: SourceSpan?
    for node in nodes {
      if case .mark(let origin) = node {
        span = keepsOrigins ? origin.span : nil
        continue
      }
      do {
        let found = try pieces(node)
        result += span.map(found.marked) ?? found
      } catch let failure as TooManyVariants {
        let cause = failure.cause ?? span
        if place == nil, repeats == 0, let part = localized(node) {
          result.append(.evaluate(part.nodes, inputs: part.inputs, span, cause: cause))
          continue
        }
        guard canEvaluate else { throw TooManyVariants(cause: cause) }
        result.append(.evaluate(scope + [node], inputs: nil, span, cause: cause))
      }
    }
    // A part without pieces counts as well, because loops may nest without writing anything.
    pieceCount += result.count + 1
    if pieceCount > maxPieces { throw TooManyVariants() }
    return result
  }

  /// Returns the pieces of a part with a scope of its own.
  func body(_ nodes: [TypedNode]) throws -> [Piece] {
    let outer = scope.count
    defer { scope.removeLast(scope.count - outer) }
    return try pieces(nodes)
  }

  private func pieces(_ node: TypedNode) throws -> [Piece] {
    switch node {
    case .inserted: throw TooManyVariants()
    case .mark: return []
    case .bytes(let bytes): return [.bytes(place.map { escaped(bytes, for: $0) } ?? bytes)]
    case .output(let expression, let place):
      return try output(evaluator.value(of: expression), self.place ?? place)
    case .assign(let slot, let expression, let span):
      bind(slot, evaluator.value(of: expression), expression, at: span)
      return []
    case .branch(let branches, let otherwise): return try branch(branches[...], otherwise)
    case .loop(let position, let element, let list, let body, let otherwise):
      let loop = Loop(
        position: position, element: element, list: list, body: body, otherwise: otherwise)
      return try pieces(of: loop, over: evaluator.value(of: list))
    }
  }

  func bind(
    _ slot: Int, _ value: StagedValue, _ expression: TypedExpression, at span: SourceSpan? = nil
  ) {
    evaluator.bind(slot, value)
    scope.append(.assign(slot, expression, span))
  }

  /// Returns a choice with a variant for each outcome.
  func choose(
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
    return [.choose(choice, outcomes, nil)]
  }

  /// Calls the body for each outcome of a value.
  func each(
    _ value: StagedValue, _ body: (StagedValue) throws -> [Piece]
  ) throws -> [Piece] {
    let value = evaluator.assumed(value)
    guard case .choice(let choice, let outcomes) = value else { return try body(value) }
    return try choose(choice, outcomes.count) { try each(outcomes[$0], body) }
  }

  /// Returns a piece of bytes; throws if there are too many bytes in all.
  func bytes(_ bytes: [UInt8]) throws -> [Piece] {
    byteCount += bytes.count
    if byteCount > Self.maxBytes { throw TooManyVariants() }
    return [.bytes(bytes)]
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
      return try each(condensed(evaluator.value(of: expression), upTo: 8)) { value in
        if let known = value.plain { return try known.isTrue ? holds() : otherwise() }
        guard let test = evaluator.decision(value) else { throw TooManyVariants() }
        return try choose(test, 2) { try $0 == 1 ? holds() : otherwise() }
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
        guard let test = evaluator.isThere(value) else { throw TooManyVariants() }
        return try choose(test, 2) { try $0 == 1 ? holds() : otherwise() }
      }
    }
  }

  /// Returns a value that several facts decide as one that each page looks up, so that its
  /// dependents are not repeated for every outcome. A Bool becomes a choice of two outcomes.
  func condensed(_ value: StagedValue, upTo limit: Int) -> StagedValue {
    guard case .choice(_, let outcomes) = value, value.isChosenByFacts,
      value.outcomeCount > limit, value.outcomeCount > outcomes.count
    else { return value }
    if value.isKnownBool {
      return .choice(evaluator.decision(byFacts: value), [.bool(false), .bool(true)])
    }
    return value.pairExpression.map { .pairwise($0) } ?? value
  }

  func withoutEvaluation<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = canEvaluate
    canEvaluate = false
    defer { canEvaluate = before }
    return try body()
  }
}

extension [StagedValue] {
  /// The values of a template's globals, which occupy the first slots.
  var bySlot: [Int: StagedValue] {
    Dictionary(uniqueKeysWithValues: enumerated().map { ($0, $1) })
  }
}
