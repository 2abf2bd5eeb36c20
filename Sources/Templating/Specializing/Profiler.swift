import Diagnosing
import System

/// Runs through the pages of a template as its program does, and records the expression that each
/// byte is copied for.
///
/// The profiler uses the same pieces as the program, but with their places in the source. A program
/// has no such places, so profiling costs a build nothing.
package struct Profiler: Sendable {
  private let template: Template
  private let staged: [StagedValue]
  private let subjectSlots: Int
  let pieces: [Piece]
  private let probes: Probes

  /// - Parameters:
  ///   - values: the template's globals, as far as they are known.
  ///   - subjectValues: the number of values of each subject.
  package init(_ template: Template, _ values: [StagedValue], subjectValues: Int) {
    self.template = template
    staged = values
    let (pieces, slots) = Specializer.pieces(
      of: template, values.bySlot, subjectSlots: subjectValues, keepsOrigins: true)
    subjectSlots = slots
    var probes = Probes()
    self.pieces = probes.placed(in: pieces)
    self.probes = probes
  }

  /// Adds one page to a profile.
  package func add(_ inputs: PairInputs, to profile: inout ProgramProfile) {
    add(pieces, inputs, within: nil, to: &profile)
    profile.endPage()
  }

  /// Adds the cost of pieces to a profile.
  ///
  /// - Parameter chooser: the expression that selected these pieces; nil for pieces on every page.
  private func add(
    _ pieces: [Piece], _ inputs: PairInputs, within chooser: SourceSpan?,
    to profile: inout ProgramProfile
  ) {
    for piece in pieces {
      switch piece {
      case .bytes(let bytes):
        add(.init(bytes: bytes.count, copies: 1), within: chooser, to: &profile)
      case .subject(let side, let nodes):
        add(nodes, of: side, inputs, within: chooser, to: &profile)
      case .choose(let choice, let outcomes, let origin):
        let span = origin?.span ?? chooser
        let isComputed = if case .pair = choice { true } else { false }
        profile.add(
          .init(copies: choice.steps(for: inputs), computations: isComputed ? 1 : 0), .pair,
          to: span,
          occurs: origin.map { !$0.isContinued } ?? false)
        add(outcomes[inputs.outcome(of: choice)], inputs, within: span, to: &profile)
      case .compute(let pair, let place, let origin):
        var bytes: [UInt8] = []
        Escaping.write(pair.value(inputs), for: place, into: &bytes)
        profile.add(
          .init(bytes: bytes.count, computations: 1), .pair, to: origin?.span ?? chooser,
          occurs: origin.map { !$0.isContinued } ?? false)
      case .evaluate(let nodes, let needed, let span, let cause):
        let values = needed == nil ? staged.map { $0.resolved(inputs) } : []
        let recording = probes.record(
          nodes, values, slotCount: template.slotCount,
          inputs: needed?.map { $0.resolved(inputs) } ?? [])
        // The node's own mark precedes the piece and is no visit; every marked node inside is one.
        let cost = ProgramProfile.Cost(
          bytes: recording.byteCount, evaluations: 1 + recording.visits.count)
        profile.add(
          cost, .evaluated, to: span, occurs: true, because: cause, needsAll: needed == nil)
      }
    }
  }

  /// Adds the cost of text between expressions, which belongs to the surrounding expression.
  private func add(
    _ cost: ProgramProfile.Cost, within chooser: SourceSpan?, to profile: inout ProgramProfile
  ) {
    if let chooser { profile.add(cost, .pair, to: chooser) } else { profile.addToSite(cost) }
  }

  /// Adds a copy of a subject's fragment: the bytes of several expressions and the text between
  /// them.
  private func add(
    _ nodes: [TypedNode], of side: Side, _ inputs: PairInputs, within chooser: SourceSpan?,
    to profile: inout ProgramProfile
  ) {
    let values = side == .left ? inputs.left : inputs.right
    let recording = probes.record(nodes, values, slotCount: subjectSlots)
    let share = 1 / Double(max(1, recording.visits.count))
    for visit in recording.visits {
      // A choice and the fragment it selects are one expression if they have the same place.
      let time: ProgramProfile.BindingTime =
        visit.origin.span == chooser ? .pair : side == .left ? .left : .right
      profile.add(
        .init(bytes: visit.bytes, copies: share), time, to: visit.origin.span,
        occurs: !visit.origin.isContinued)
    }
    if recording.visits.isEmpty || recording.outside > 0 {
      add(
        .init(bytes: recording.outside, copies: recording.visits.isEmpty ? 1 : 0),
        within: chooser, to: &profile)
    }
  }
}

extension StagedValue.Choice {
  /// The number of choices that a page makes for it.
  fileprivate func steps(for inputs: PairInputs) -> Double {
    guard case .facts(var condition, _) = self else { return 1 }
    var steps = 0.0
    while case .choice(let choice, let outcomes) = condition {
      steps += 1
      let outcome = inputs.outcome(of: choice)
      guard outcomes.indices.contains(outcome) else { break }
      condition = outcomes[outcome]
    }
    return steps
  }
}
