package import Comparing
package import Content

/// A page of the site, identified by positions in the edition, so that a pair takes only a few
/// bytes.
package enum Page: Sendable, Hashable {
  case home
  case category(CategoryPosition)
  case methodology(CategoryPosition)
  /// A category's vendors by one ranked criterion, best first.
  case ranking(CategoryPosition, CriterionIndex)
  /// The picker for any two vendors.
  case picker
  /// The page that finds words in the texts of the site.
  case search
  case vendor(VendorPosition)
  /// The vendors closest to one.
  case alternatives(VendorPosition)
  /// All comparisons of a vendor that has too many of them for its own page.
  case comparisons(VendorPosition)
  /// An earlier report, by its position among the vendor's reports.
  case archive(VendorPosition, report: Int)
  /// The list of all weeks.
  case changes
  /// The changes of a week, by the week's position in the plan.
  case week(Int)
  case corrections
  case comparison(PairPosition)
  /// An author's page, by the author's position in the library.
  case author(Int)
  /// A standalone page, by its position in the library.
  case standalone(Int)
  /// The notice about a retired vendor, by the vendor's position in the plan.
  case retired(Int)
  /// A report of a retired vendor, by its position among the vendor's reports.
  case lastReport(Int, report: Int)
  /// An old address, by its position among the plan's redirects.
  case moved(Int)
  case notFound
  /// A machine-readable file.
  case document(Document)
}
