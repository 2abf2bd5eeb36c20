import Diagnosing

extension ParsedTemplate {
  /// Returns every name that begins an expression of the template or is given a fallback.
  static func names(in nodes: [Node]) -> Set<String> {
    nodes.reduce(into: []) { $0.formUnion($1.names) }
  }
}

extension Node {
  fileprivate var names: Set<String> {
    switch self {
    case .text, .escape: return []
    case .output(let expression, _), .assign(_, let expression): return expression.names
    case .fallback(let name, let expression): return expression.names.union([name.value])
    case .include(_, let arguments, _): return Set(arguments.flatMap(\.value.names))
    case .block(_, let body): return ParsedTemplate.names(in: body)
    case .loop(let loop):
      return loop.list.names.union(loop.filter?.names ?? [])
        .union(ParsedTemplate.names(in: loop.body + loop.otherwise))
    case .branch(let branches, let otherwise, _):
      return branches.reduce(into: ParsedTemplate.names(in: otherwise)) { names, branch in
        names.formUnion(ParsedTemplate.names(in: branch.body))
        for condition in branch.conditions {
          switch condition {
          case .test(let expression), .binding(_, let expression): names.formUnion(expression.names)
          }
        }
      }
    }
  }
}

extension Expression {
  fileprivate var names: Set<String> {
    switch kind {
    case .constant, .broken: []
    case .name(let name): [name]
    case .interpolation(let parts), .list(let parts): Set(parts.flatMap(\.names))
    case .member(let base, _, _), .chain(let base), .not(let base), .negate(let base): base.names
    case .element(let base, let key, _): base.names.union(key.names)
    case .range(let left, let right), .binary(_, let left, let right):
      left.names.union(right.names)
    case .call(let base, _, let arguments, _):
      (base?.names ?? []).union(arguments.flatMap(\.value.names))
    case .conditional(let test, let yes, let no):
      test.names.union(yes.names).union(no.names)
    }
  }
}
