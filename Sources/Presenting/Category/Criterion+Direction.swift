package import Content

extension Criterion {
  /// Whether it ranks dates, the earliest first: nobody calls a date low.
  package var earlierIsBetter: Bool { isRanked && kind == .date && better == .lower }
}
