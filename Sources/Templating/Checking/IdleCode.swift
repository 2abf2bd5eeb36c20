import Diagnosing

/// Finds what a template says to no effect: conditions that decide nothing, branches and loops that
/// show nothing, and names that nothing uses.
///
/// It looks at one file as it is written, so what it finds holds on every page.
struct IdleCode {
  var log = Diagnostics()

  static func report(in nodes: [Node], into log: inout Diagnostics) {
    var finder = IdleCode()
    finder.visit(nodes)
    finder.visitNames(of: nodes)
    log.report(contentsOf: finder.log)
  }

  private mutating func visit(_ nodes: [Node]) {
    for node in nodes {
      visit(node)
      for expression in node.expressions { visit(expression) }
      for part in node.parts { visit(part) }
    }
  }

  private mutating func visit(_ node: Node) {
    switch node {
    case .branch(let branches, let otherwise, let span): visit(branches, otherwise, span)
    case .loop(let loop): visit(loop)
    case .output(let expression, _) where expression.known == .text(""):
      log.report(.nothingShown("this text is empty, so it shows nothing", at: expression.span))
    default: break
    }
  }

  // MARK: Branches and loops

  private mutating func visit(
    _ branches: [Node.Branch], _ otherwise: [Node], _ span: SourceSpan
  ) {
    if otherwise.isEmpty, branches.allSatisfy(\.body.isEmpty) {
      log.report(.nothingShown("nothing stands between this and its 'end'", at: span))
    }
    var above: Set<[UInt8]> = []
    for branch in branches {
      for condition in branch.conditions {
        guard case .test(let test) = condition else { continue }
        if branch.conditions.count == 1 {
          if !above.insert(test.written).inserted {
            log.report(
              .idleCondition(
                "the same condition stands above, so this branch is never shown", at: test.span))
          }
        }
        visit(condition: test) {
          $0
            ? "this is always true; leave the condition out"
            : "this is always false, so the branch is never shown"
        }
      }
    }
  }

  private mutating func visit(_ loop: Node.Loop) {
    if let filter = loop.filter {
      visit(condition: filter) {
        $0
          ? "this is always true; leave 'where' out"
          : "this is always false, so the loop shows nothing"
      }
    }
    switch loop.list.isKnownEmpty {
    case true?:
      log.report(
        .nothingShown("the list is always empty, so the loop shows nothing", at: loop.list.span))
    case false? where !loop.otherwise.isEmpty:
      log.report(
        .idleCondition("the list is never empty, so the 'else' is never shown", at: loop.list.span))
    case nil, false?:
      if loop.body.isEmpty, loop.otherwise.isEmpty {
        log.report(.nothingShown("nothing stands between this and its 'end'", at: loop.span))
      }
    }
  }

  // MARK: Expressions

  private mutating func visit(_ expression: Expression) {
    if case .conditional(let test, let yes, let no) = expression.kind {
      if yes.isWritten(like: no) {
        log.report(
          .idleCondition(
            "both values are the same, so the condition decides nothing", at: expression.span))
      } else {
        visit(condition: test) {
          "this is always \($0), so the value \($0 ? "behind ':'" : "before ':'") is never taken"
        }
      }
    }
    for child in expression.children { visit(child) }
  }

  /// Reports a condition, or a part of one, that is the same on every page.
  private mutating func visit(condition: Expression, _ message: (Bool) -> Diagnostic.Message) {
    if let value = condition.known?.bool {
      log.report(.idleCondition(message(value), at: condition.span))
      return
    }
    guard case .binary(let op, let left, let right) = condition.kind, op == .and || op == .or
    else { return }
    if left.isWritten(like: right) {
      log.report(.idleCondition("both sides are the same; leave one out", at: condition.span))
    }
    for side in [left, right] {
      visit(condition: side) { "this is always \($0); leave it out" }
    }
  }
}
