package import Content

extension Edition {
  /// The weeks of all reports up to this edition's, oldest first, each once.
  package var weeks: [Week] {
    Set(library.vendors.flatMap(\.reports).map(\.week)).filter { $0 <= week }.sorted()
  }

  /// The same site in another week.
  package func asOf(_ week: Week) -> Edition { Edition(library: library, week: week) }
}
