/// Attributes each byte that the plain evaluator writes to a marked node, without any support from
/// the evaluator: probes before and after each node stand in for loops that were taken out.
struct Probes: Sendable {
  private var origins: [Origin] = []

  /// A rendered node, with the number of bytes that no marked node inside it wrote.
  struct Visit {
    let origin: Origin
    var bytes = 0
  }

  /// Returns the pieces with probes around each marked node.
  mutating func placed(in pieces: [Piece]) -> [Piece] {
    pieces.map { piece in
      switch piece {
      case .bytes: piece
      case .subject(let side, let nodes): .subject(side, placed(in: nodes))
      case .choose(let choice, let outcomes, let origin):
        .choose(choice, outcomes.map { placed(in: $0) }, origin)
      case .compute: piece
      case .evaluate(let nodes, let inputs, let span, let cause):
        .evaluate(placed(in: nodes), inputs: inputs, span, cause: cause)
      }
    }
  }

  private mutating func placed(in nodes: [TypedNode]) -> [TypedNode] {
    var result: [TypedNode] = []
    var mark: Origin?
    for node in nodes {
      if case .mark(let origin) = node {
        mark = origin
        continue
      }
      let inner = placed(within: node)
      if let origin = mark.take() {
        result += [.inserted(2 * origins.count), inner, .inserted(2 * origins.count + 1)]
        origins.append(origin)
      } else {
        result.append(inner)
      }
    }
    return result
  }

  private mutating func placed(within node: TypedNode) -> TypedNode {
    switch node {
    case .branch(let branches, let otherwise):
      return .branch(
        branches.map {
          TypedNode.Branch(conditions: $0.conditions, body: placed(in: $0.body))
        }, otherwise: placed(in: otherwise))
    case .loop(let position, let element, let list, let body, let otherwise):
      return .loop(
        position: position, element: element, list: list, body: placed(in: body),
        otherwise: placed(in: otherwise))
    case .bytes, .output, .assign, .mark, .inserted: return node
    }
  }

  /// Renders nodes with probes.
  func record(
    _ nodes: [TypedNode], _ values: [TemplateValue], slotCount: Int,
    inputs: [TemplateValue] = []
  ) -> Recording {
    let recording = Recording()
    var output: [UInt8] = []
    var evaluator = Evaluator(values, slotCount: slotCount, inputs: inputs) { probe, output in
      recording.pass(output.count)
      if probe.isMultiple(of: 2) {
        recording.begin(origins[probe / 2])
      } else {
        recording.end()
      }
    }
    evaluator.render(nodes, into: &output)
    recording.pass(output.count)
    return recording
  }

  /// The observations made while nodes were rendered. A class, because the evaluator's closure
  /// captures it and escapes.
  final class Recording {
    private(set) var visits: [Visit] = []
    /// The number of bytes written outside all marked nodes.
    private(set) var outside = 0
    private(set) var byteCount = 0
    /// The positions in `visits` of the nodes that have begun but not ended.
    private var open: [Int] = []

    fileprivate func pass(_ count: Int) {
      if let innermost = open.last {
        visits[innermost].bytes += count - byteCount
      } else {
        outside += count - byteCount
      }
      byteCount = count
    }

    fileprivate func begin(_ origin: Origin) {
      open.append(visits.count)
      visits.append(Visit(origin: origin))
    }

    fileprivate func end() { open.removeLast() }
  }
}
