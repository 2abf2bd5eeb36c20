/// The diagnostics that a stage has collected so far.
package struct Diagnostics: Sendable {
  /// How many errors, and how many warnings, are kept. Nobody reads more, and a file may hold
  /// hundreds of thousands.
  package static let most = 10_000

  private var found: [Diagnostic] = []
  /// The number of errors. Kept up to date, because readers ask for it at every row.
  package private(set) var errorCount = 0
  package private(set) var warningCount = 0

  /// The number of candidates that may still be compared with unknown words. Nobody reads
  /// suggestions after hundreds of mistakes, and for a file of a million they would take a minute.
  private var candidatesLeft = 200_000

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if let unknown = diagnostic.unknown.take() {
      candidatesLeft -= unknown.candidateCount
      if candidatesLeft >= 0 { diagnostic.suggestion = unknown.suggestion }
    }
    keep(diagnostic)
  }

  package mutating func report(contentsOf others: Diagnostics) {
    let (errors, warnings) = (errorCount, warningCount)
    for diagnostic in others.found { keep(diagnostic) }
    // The others may have found more than they kept.
    errorCount = errors + others.errorCount
    warningCount = warnings + others.warningCount
  }

  private mutating func keep(_ diagnostic: Diagnostic) {
    let count: Int
    switch diagnostic.severity {
    case .error:
      errorCount += 1
      count = errorCount
    case .warning:
      warningCount += 1
      count = warningCount
    }
    if count <= Self.most { found.append(diagnostic) }
  }

  /// How many were found and not kept.
  package var omittedCount: Int { max(0, errorCount + warningCount - found.count) }

  /// Removes the diagnostics of a rule that turns out not to apply to the site, and gives them.
  @discardableResult
  package mutating func removeAll(of rule: Rule) -> Diagnostics {
    var removed = Diagnostics()
    for diagnostic in found where diagnostic.rule == rule { removed.keep(diagnostic) }
    found.removeAll { $0.rule == rule }
    errorCount -= removed.errorCount
    warningCount -= removed.warningCount
    return removed
  }

  package var isEmpty: Bool { found.isEmpty }
  package var hasErrors: Bool { errorCount > 0 }

  /// All diagnostics, sorted by path (as bytes), place, rule and message.
  ///
  /// Diagnostics that differ only in their notes count once, and the first is kept: a mistake in a
  /// partial that many pages include is one mistake.
  package var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return found.filter { seen.insert($0.withoutNotes).inserted }.sorted { left, right in
      let (a, b) = (left.span, right.span)
      if a.file.path != b.file.path {
        return a.file.path.utf8.lexicographicallyPrecedes(b.file.path.utf8)
      }
      if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
      if left.rule != right.rule { return left.rule.id < right.rule.id }
      return left.message < right.message
    }
  }
}

extension Diagnostic {
  fileprivate var withoutNotes: Diagnostic {
    notes.isEmpty
      ? self : Diagnostic(rule, Message(message), at: span, suggestion: suggestion)
  }
}
