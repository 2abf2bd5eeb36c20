import Comparing
package import Content

/// The search in the texts of the site.
extension SitePlan {
  /// The page that searches, if the site has one.
  var searchPages: [Page] { edition.library.site.search ? [.search] : [] }

  /// The pages whose texts are searched: reports in force, comparisons with an article and pages
  /// that the publisher wrote. Other pages repeat what these say.
  package var searchedPages: [Page] {
    let written = edition.library.comparisons.filter { isSearched($0) }
    return singlePages.filter { isSearched($0) }
      + written.compactMap { page(ofPair: $0.left, $0.right) }
  }

  /// Whether the text of a page that exists once is searched.
  package func isSearched(_ page: Page) -> Bool {
    switch page {
    case .vendor, .standalone: edition.library.site.search
    default: false
    }
  }

  /// Whether the text of a comparison is searched.
  ///
  /// - Parameter article: what an editor wrote about the pair.
  package func isSearched(_ article: ComparisonArticle?) -> Bool {
    edition.library.site.search && article?.isWritten == true
  }

  /// Whether a file of the publisher's would be inside the index.
  func isOfSearch(_ path: String) -> Bool {
    let folder = DataAddress.searchFolder
    return edition.library.site.search && (path == folder || path.hasPrefix(folder + "/"))
  }
}
