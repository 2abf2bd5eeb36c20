import Pairing
package import Presenting
package import Templating

extension PageKind {
  /// The names that templates of this kind may use.
  package var schema: PageSchema {
    switch self {
    case .home: HomePage.schema
    case .category: CategoryPage.schema
    case .comparison: ComparisonPage.schema
    case .vendor: VendorPage.schema
    case .alternatives: AlternativesPage.schema
    case .methodology: MethodologyPage.schema
    case .ranking: RankingPage.schema
    case .comparisons: ComparisonsPage.schema
    case .picker: PickerPage.schema
    case .search: SearchPage.schema
    case .author: AuthorPage.schema
    case .standalone: StandalonePage.schema
    case .changes: ChangesPage.schema
    case .corrections: CorrectionsPage.schema
    case .moved: MovedPage.schema
    case .retired: RetiredPage.schema
    case .notFound: NotFoundPage.schema
    }
  }
}
