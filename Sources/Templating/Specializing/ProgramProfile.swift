package import Diagnosing

/// How many bytes of some pages each binding time makes, and what is left to the plain evaluator.
package struct ProgramProfile: Sendable {
  /// The same on every page.
  package var siteBytes = 0
  /// Made once for each vendor and side.
  package var vendorBytes = 0
  /// Picked by a fact or a test of the pair, from variants that exist.
  package var pairBytes = 0
  /// Evaluated anew on every page.
  package var evaluatedBytes = 0
  /// Where the evaluated parts stand in the templates, each with its bytes over all pages; nil for a
  /// template as a whole.
  package var evaluated: [(place: SourceSpan?, bytes: Int)] = []

  package init() {}
}

extension Program {
  /// Adds one page to a profile.
  package func profile(
    _ left: Fragments, _ right: Fragments, facts: [UInt16], values: () -> [TemplateValue],
    into profile: inout ProgramProfile
  ) {
    if profile.evaluated.isEmpty {
      profile.evaluated = evaluationPlaces.map { (place: $0, bytes: 0) }
    }
    add(mainInstructions.indices, left, right, facts, values, isChosen: false, &profile)
  }

  private func add(
    _ range: Range<Int>, _ left: Fragments, _ right: Fragments, _ facts: [UInt16],
    _ values: () -> [TemplateValue], isChosen: Bool, _ profile: inout ProgramProfile
  ) {
    for instruction in instructions[range] {
      let chosen: Int32
      switch instruction {
      case .bytes(_, let count):
        if isChosen { profile.pairBytes += Int(count) } else { profile.siteBytes += Int(count) }
        continue
      case .left(let index):
        profile.vendorBytes += left.range(Int(index)).count
        continue
      case .right(let index):
        profile.vendorBytes += right.range(Int(index)).count
        continue
      case .evaluate(let index):
        var output: [UInt8] = []
        var evaluator = Evaluator(values(), slotCount: template.slotCount)
        evaluator.render(evaluations[Int(index)], into: &output)
        profile.evaluatedBytes += output.count
        profile.evaluated[Int(index)].bytes += output.count
        continue
      case .variant(let fact, let start, _):
        let range = table[Int(start) + Int(facts[Int(fact)])]
        profile.pairBytes += Int(range.end - range.start)
        continue
      case .fact(let fact, let start, _): chosen = start + Int32(facts[Int(fact)])
      case .leftTest(let test, let start): chosen = start + (left.tests[Int(test)] ? 1 : 0)
      case .rightTest(let test, let start): chosen = start + (right.tests[Int(test)] ? 1 : 0)
      }
      let next = table[Int(chosen)]
      add(
        Int(next.start)..<Int(next.end), left, right, facts, values, isChosen: true, &profile)
    }
  }
}
