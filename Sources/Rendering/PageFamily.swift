package import Planning

/// Pages that one template makes alike; a sample of them stands for all.
package enum PageFamily: Hashable {
  case category, methodology, ranking, vendor, alternatives, comparisons, archive, week, author
  case standalone, retired, moved
  case only(Page)

  package init(_ page: Page) {
    self =
      switch page {
      case .category: .category
      case .methodology: .methodology
      case .ranking: .ranking
      case .vendor: .vendor
      case .alternatives: .alternatives
      case .comparisons: .comparisons
      case .archive, .lastReport: .archive
      case .week: .week
      case .author: .author
      case .standalone: .standalone
      case .retired: .retired
      case .moved: .moved
      case .home, .picker, .search, .changes, .corrections, .comparison, .notFound, .document:
        .only(page)
      }
  }
}
