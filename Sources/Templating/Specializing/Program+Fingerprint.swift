import Hashing
import System

extension Program.Input: Fingerprinted {
  package func add(to input: inout FingerprintInput) {
    switch self {
    case .known(let value):
      input.add(kind: 0)
      input.add(value)
    case .value(let side, let index):
      input.add(kind: 1)
      input.add(side.rawValue)
      input.add(index)
    case .fact(let fact, let outcomes):
      input.add(kind: 2)
      input.add(fact)
      input.add(outcomes)
    case .test(let side, let test, let outcomes):
      input.add(kind: 3)
      input.add(side.rawValue)
      input.add(test)
      input.add(outcomes)
    }
  }
}

extension Program.Computation: Fingerprinted {
  package func add(to input: inout FingerprintInput) {
    expression.add(to: &input)
    input.add("\(place)")
    input.add(firstInput)
  }
}

extension Program.PairTest: Fingerprinted {
  package func add(to input: inout FingerprintInput) {
    expression.add(to: &input)
    input.add(firstInput)
  }
}

extension Program.Evaluation: Fingerprinted {
  package func add(to input: inout FingerprintInput) {
    input.add(nodes)
    input.add(firstInput ?? -1)
  }
}
