package import Diagnosing

/// A part of a template that packed pages cannot have.
package struct PackingObstacle: Sendable {
  /// Where it stands; nil for a text of the content.
  package let place: SourceSpan?
  /// What a packed page cannot do.
  package let reason: String
}

extension Profiler {
  /// The parts that packed pages cannot have, in the order of the page, each place once.
  package var obstacles: [PackingObstacle] {
    var obstacles: [PackingObstacle] = []
    collect(pieces, within: nil, into: &obstacles)
    var seen: Set<String> = []
    return obstacles.filter { obstacle in
      let position = obstacle.place?.startPosition
      return seen.insert(
        "\(obstacle.place?.file.path ?? "") \(position?.line ?? 0) \(position?.column ?? 0)"
      ).inserted
    }
  }

  private func collect(
    _ pieces: [Piece], within span: SourceSpan?, into obstacles: inout [PackingObstacle]
  ) {
    for piece in pieces {
      do throws(PackingFailure) {
        switch piece {
        case .bytes(let bytes): _ = try PackedJSON.packed(bytes[...])
        case .subject: break
        case .choose(let choice, let outcomes, let origin):
          for outcome in outcomes {
            collect(outcome, within: origin?.span ?? span, into: &obstacles)
          }
          if case .pair(let test, _) = choice { _ = try test.expression.packed() }
        case .compute(let pair, _, _): _ = try pair.expression.packed()
        case .evaluate(_, nil, _, _): throw Program.needsEverything
        case .evaluate(let nodes, .some, _, _): _ = try nodes.withoutProbes.packed()
        }
      } catch {
        obstacles.append(PackingObstacle(place: piece.place ?? span, reason: error.reason))
      }
    }
  }
}

extension Piece {
  fileprivate var place: SourceSpan? {
    switch self {
    case .bytes, .subject: nil
    case .choose(_, _, let origin), .compute(_, _, let origin): origin?.span
    case .evaluate(_, _, let span, let cause): cause ?? span
    }
  }
}

extension [TypedNode] {
  /// The nodes without the probes that the profiler puts around them.
  fileprivate var withoutProbes: [TypedNode] {
    compactMap { node in
      switch node {
      case .inserted, .mark: nil
      case .branch(let branches, let otherwise):
        .branch(
          branches.map {
            TypedNode.Branch(conditions: $0.conditions, body: $0.body.withoutProbes)
          }, otherwise: otherwise.withoutProbes)
      case .loop(let position, let element, let list, let body, let otherwise):
        .loop(
          position: position, element: element, list: list, body: body.withoutProbes,
          otherwise: otherwise.withoutProbes)
      case .bytes, .output, .assign: node
      }
    }
  }
}
