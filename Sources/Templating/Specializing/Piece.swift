import Diagnosing
import System

/// A part of a page, by what it depends on: the site, one subject, or the pair.
enum Piece: Sendable {
  case bytes([UInt8])
  /// Nodes whose slots are the values of one subject.
  case subject(Side, [TypedNode])
  /// One of these, as the choice decides.
  case choose(StagedValue.Choice, [[Piece]], Origin?)
  /// One value that each page works out from a few inputs.
  case compute(PairExpression, Place, Origin?)
  /// Left to the plain evaluator, page by page, because of what stands at the cause; with all
  /// values of the page where the inputs are nil.
  case evaluate([TypedNode], inputs: [StagedValue]?, SourceSpan?, cause: SourceSpan?)
}

extension [Piece] {
  /// The same output from fewer pieces: neighbours are put together, and what depends on one
  /// subject in all its parts becomes a piece of that subject.
  func simplified() -> [Piece] {
    var result: [Piece] = []
    for piece in self { result.append(merging: piece.simplified()) }
    return result.joined()
  }

  private mutating func append(merging piece: Piece) {
    switch (last, piece) {
    case (_, .bytes([])): return
    case (.bytes(let first), .bytes(let second)):
      self[count - 1] = .bytes(first + second)
    case (.subject(let side, let first), .subject(let next, let second)) where side == next:
      self[count - 1] = .subject(side, first + second)
    default: append(piece)
    }
  }

  /// The same output from fewer copies a page: bytes beside a part of a subject become part of it.
  ///
  /// All that one left subject's pages have in common stays in the processor's cache from page to
  /// page, so it may hold much; what the right one takes in is fetched anew for each.
  private func joined() -> [Piece] { joined(to: .left, upTo: .max).joined(to: .right, upTo: 256) }

  private func joined(to side: Side, upTo limit: Int) -> [Piece] {
    var result: [Piece] = []
    for piece in self {
      switch (result.last, piece) {
      case (.subject(side, let nodes), .bytes(let bytes)) where bytes.count <= limit:
        result[result.count - 1] = .subject(side, nodes + [.bytes(bytes)])
      case (.bytes(let bytes), .subject(side, let nodes)) where bytes.count <= limit:
        result[result.count - 1] = .subject(side, [.bytes(bytes)] + nodes)
      case (.subject(side, let first), .subject(side, let second)):
        result[result.count - 1] = .subject(side, first + second)
      default: result.append(piece)
      }
    }
    return result
  }

  /// Nothing but bytes, in one piece at most.
  var isBytes: Bool {
    switch (count, first) {
    case (0, _), (1, .bytes): true
    default: false
    }
  }

  /// All pieces as nodes of one subject; nil when one depends on anything else.
  func nodes(of side: Side) -> [TypedNode]? {
    var nodes: [TypedNode] = []
    for piece in self {
      switch piece {
      case .bytes(let bytes): nodes.append(.bytes(bytes))
      case .subject(side, let more): nodes += more
      case .subject, .choose, .compute, .evaluate: return nil
      }
    }
    return nodes
  }
}

extension [Piece] {
  /// The pieces of one node, which say where it was written. Bytes do not: they belong to what
  /// stands around them.
  func marked(_ span: SourceSpan) -> [Piece] {
    var isContinued = false
    return marked(span, &isContinued)
  }

  private func marked(_ span: SourceSpan, _ isContinued: inout Bool) -> [Piece] {
    var pieces: [Piece] = []
    for piece in self {
      let origin = Origin(span: span, isContinued: isContinued)
      switch piece {
      case .subject(let side, let nodes) where !nodes.isMarked:
        isContinued = true
        pieces.append(.subject(side, [.mark(origin)] + nodes))
      case .choose(let choice, let outcomes, nil):
        isContinued = true
        let marked = outcomes.map { $0.marked(span, &isContinued) }
        pieces.append(.choose(choice, marked, origin))
      case .compute(let pair, let place, nil):
        isContinued = true
        pieces.append(.compute(pair, place, origin))
      case .bytes, .subject, .choose, .compute, .evaluate: pieces.append(piece)
      }
    }
    return pieces
  }
}

extension Piece {
  /// Where it was written, if it depends on more than one subject and that is known.
  func place(without side: Side) -> SourceSpan? {
    switch self {
    case .bytes, .subject(side, _): nil
    case .subject(_, let nodes):
      if case .mark(let origin)? = nodes.first { origin.span } else { nil }
    case .choose(_, _, let origin), .compute(_, _, let origin): origin?.span
    case .evaluate(_, _, let span, _): span
    }
  }
}

extension [TypedNode] {
  fileprivate var isMarked: Bool { if case .mark? = first { true } else { false } }
}

extension Piece {
  fileprivate func simplified() -> Piece {
    guard case .choose(let choice, let outcomes, let origin) = self else { return self }
    let simple = outcomes.map { $0.simplified() }
    if let bytes = commonBytes(simple) { return .bytes(bytes) }
    if case .test(let side, let test, _) = choice, simple.count == 2,
      let whenFalse = simple[0].nodes(of: side), let whenTrue = simple[1].nodes(of: side)
    {
      let branch = TypedNode.Branch(conditions: [.test(test.expression)], body: whenTrue)
      return .subject(
        side, (origin.map { [.mark($0)] } ?? []) + [.branch([branch], otherwise: whenFalse)])
    }
    return .choose(choice, simple, origin)
  }

  /// The bytes that all outcomes give, when they give the same.
  private func commonBytes(_ outcomes: [[Piece]]) -> [UInt8]? {
    var common: [UInt8]?
    for outcome in outcomes {
      let bytes: [UInt8]
      switch (outcome.count, outcome.first) {
      case (0, _): bytes = []
      case (1, .bytes(let only)): bytes = only
      default: return nil
      }
      if let common, common != bytes { return nil }
      common = bytes
    }
    return common
  }
}
