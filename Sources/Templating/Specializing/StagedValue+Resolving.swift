import Markup
import System

/// The inputs for a page of a pair: the values of both subjects, and the facts of the pair.
package struct PairInputs: Sendable {
  package let left: [TemplateValue]
  package let right: [TemplateValue]
  package let facts: [UInt16]

  package init(left: [TemplateValue], right: [TemplateValue], facts: [UInt16]) {
    self.left = left
    self.right = right
    self.facts = facts
  }

  func evaluator(_ side: Side) -> Evaluator {
    Evaluator(side == .left ? left : right, slotCount: 0)
  }

  func outcome(of choice: StagedValue.Choice) -> Int {
    switch choice {
    case .fact(let position): facts.indices.contains(position) ? Int(facts[position]) : 0
    case .test(let side, let test, _): evaluator(side).value(of: test.expression).isTrue ? 1 : 0
    case .facts(let condition, _): condition.resolved(self).isTrue ? 1 : 0
    case .pair(let test, _): test.value(self).isTrue ? 1 : 0
    }
  }
}

extension StagedValue {
  /// Returns the value for one pair, as the plain evaluator uses it.
  package func resolved(_ inputs: PairInputs) -> TemplateValue {
    switch self {
    case .known(let value): return value
    case .subject(let side, let base):
      return inputs.evaluator(side).value(of: base.expression)
    case .choice(let choice, let values):
      let outcome = inputs.outcome(of: choice)
      return values.indices.contains(outcome) ? values[outcome].resolved(inputs) : .none
    case .record(let type, let members):
      return .record(Record(type, ordered: members.map { $0.resolved(inputs) }))
    case .list(let items): return .list(items.map { $0.resolved(inputs) })
    case .concatenated(let lists): return .list(lists.flatMap { $0.resolved(inputs).items })
    case .joined(let parts): return .text(parts.map { $0.resolved(inputs).plainText }.joined())
    case .rendered(let template, let values):
      var bytes: [UInt8] = []
      template.render(values.map { $0.resolved(inputs) }, into: &bytes)
      return .text(String(decoding: bytes, as: UTF8.self))
    case .pairwise(let pair): return pair.value(inputs)
    case .computed(let make): return make(inputs)
    case .unknown: preconditionFailure("a value that a caller stages is always known")
    }
  }
}
