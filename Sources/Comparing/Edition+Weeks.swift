package import Content

extension Edition {
  /// The weeks of all reports up to this edition's week, oldest first, without duplicates.
  package var weeks: [Week] {
    Set(library.vendors.flatMap(\.reports).map(\.week)).filter { $0 <= week }.sorted()
  }

  /// Returns the site as of another week.
  package func asOf(_ week: Week) -> Edition { Edition(library: library, week: week) }
}
