import Diagnosing

extension ParsedTemplate {
  /// Returns every name that begins an expression of the template or is given a fallback.
  static func names(in nodes: [Node]) -> Set<String> {
    nodes.reduce(into: []) { names, node in
      if case .fallback(let name, _) = node { names.insert(name.value) }
      for expression in node.expressions { names.formUnion(expression.names) }
      for part in node.parts { names.formUnion(ParsedTemplate.names(in: part)) }
    }
  }
}

extension Node {
  /// The expressions of the node itself, without those of its parts.
  var expressions: [Expression] {
    switch self {
    case .text, .escape, .block: []
    case .output(let expression, _), .assign(_, let expression), .fallback(_, let expression):
      [expression]
    case .include(_, let arguments, _): arguments.map(\.value)
    case .loop(let loop): [loop.list] + (loop.filter.map { [$0] } ?? [])
    case .branch(let branches, _, _): branches.flatMap(\.conditions).map(\.expression)
    }
  }

  /// The nodes inside of the node, by part.
  var parts: [[Node]] {
    switch self {
    case .text, .escape, .output, .assign, .fallback, .include: []
    case .block(_, let body): [body]
    case .loop(let loop): [loop.body, loop.otherwise]
    case .branch(let branches, let otherwise, _): branches.map(\.body) + [otherwise]
    }
  }
}

extension Node.Condition {
  var expression: Expression {
    switch self {
    case .test(let expression), .binding(_, let expression): expression
    }
  }
}

extension Expression {
  /// The names that begin the expression and the expressions in it.
  var names: Set<String> {
    var names: Set<String> = if case .name(let name) = kind { [name] } else { [] }
    for child in children { names.formUnion(child.names) }
    return names
  }

  /// The expressions that the expression consists of.
  var children: [Expression] {
    switch kind {
    case .constant, .broken, .name: []
    case .interpolation(let parts), .list(let parts): parts
    case .member(let base, _, _), .chain(let base), .not(let base), .negate(let base): [base]
    case .element(let base, let key, _): [base, key]
    case .range(let left, let right), .binary(_, let left, let right): [left, right]
    case .call(let base, _, let arguments, _):
      (base.map { [$0] } ?? []) + arguments.map(\.value)
    case .conditional(let test, let yes, let no): [test, yes, no]
    }
  }

  /// The expression as written, without white space.
  var written: [UInt8] { span.bytes.filter { ![0x20, 0x09, 0x0a, 0x0d].contains($0) } }

  /// Whether two expressions are written alike, so that they have the same value.
  func isWritten(like other: Expression) -> Bool { written == other.written }
}
