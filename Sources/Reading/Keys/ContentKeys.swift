/// The keys that the readers accept in each kind of file.
package enum ContentKeys {
  package static let site = SiteKeys.all
  package static let category = CategoryKeys.all
  package static let report = ReportKeys.all
  /// Those that stand above the groups.
  package static let reportHead = ReportKeys.head
  package static let comparison = ComparisonKeys.all
  package static let prompt = PromptKeys.all
  package static let author = AuthorKeys.all
  package static let page = PageKeys.all
  /// The keys of each entry.
  package static let corrections = CorrectionKeys.all
  package static let snapshot = SnapshotKeys.all

  /// The form of a value in a report, whose groups the category chooses.
  package static let cells = ReportKeys.cells("trust")
}
