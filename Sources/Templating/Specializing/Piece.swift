import Diagnosing
import System

/// A part of a page, by what it depends on: the site, one subject, or the pair.
enum Piece: Sendable {
  case bytes([UInt8])
  /// Nodes whose slots are the values of one subject.
  case subject(Side, [TypedNode])
  /// One of several alternatives, selected by the choice.
  case choose(StagedValue.Choice, [[Piece]], Origin?)
  /// One value that each page works out from a few inputs.
  case compute(PairExpression, Place, Origin?)
  /// Left to the plain evaluator, page by page, because of what stands at the cause; with all
  /// values of the page where the inputs are nil.
  case evaluate([TypedNode], inputs: [StagedValue]?, SourceSpan?, cause: SourceSpan?)
}

extension [Piece] {
  /// Returns fewer pieces with equal output: neighbours are merged, and a choice whose parts all
  /// depend on one subject becomes a piece of that subject.
  func simplified(for layout: FragmentLayout) -> [Piece] {
    var result: [Piece] = []
    for piece in self { result.append(merging: piece.simplified(for: layout)) }
    return result.joined(for: layout)
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

  /// Reduces the copies per page without changing the output: bytes next to a subject's piece
  /// become part of that piece.
  private func joined(for layout: FragmentLayout) -> [Piece] {
    joined(to: .left, upTo: layout.maxBytesOnLeft).joined(to: .right, upTo: layout.maxBytesOnRight)
  }

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

  /// Whether there are no pieces but bytes, at most one.
  var isBytes: Bool {
    switch (count, first) {
    case (0, _), (1, .bytes): true
    default: false
    }
  }

  /// Returns all pieces as nodes of one subject; nil if a piece depends on anything else.
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
  /// Marks the pieces of one node with its place in the source. Bytes are not marked, because they
  /// belong to the surrounding expression.
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
  fileprivate func simplified(for layout: FragmentLayout) -> Piece {
    guard case .choose(let choice, let outcomes, let origin) = self else { return self }
    let simple = outcomes.map { $0.simplified(for: layout) }
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

  /// Returns the bytes of all outcomes if they are equal, otherwise nil.
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
