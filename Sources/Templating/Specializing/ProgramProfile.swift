/// How much of a page each binding time makes.
package struct ProgramProfile: Sendable {
  /// Bytes that are the same on every page.
  package let siteBytes: Int
  /// Fragments of one vendor on a page, over both sides.
  package let fragments: Int
  /// Places where a fact or a test picks a variant.
  package let choices: Int
  /// Parts that the plain evaluator makes anew on every page.
  package let evaluations: Int
}

extension Program {
  package var profile: ProgramProfile {
    var siteBytes = 0
    for case .bytes(_, let count) in mainInstructions { siteBytes += Int(count) }
    return ProgramProfile(
      siteBytes: siteBytes, fragments: parts.reduce(0) { $0 + $1.fragments.count },
      choices: instructions.count {
        switch $0 {
        case .fact, .leftTest, .rightTest: true
        default: false
        }
      }, evaluations: evaluations.count)
  }
}
