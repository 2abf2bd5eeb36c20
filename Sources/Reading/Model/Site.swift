package import Diagnosing

/// What `site.yaml` says.
package struct Site: Sendable {
  package let file: SourceFile
  package let title: String
  package let description: String?
  package let baseURL: Located<String>
  package let language: String
  package let publisher: Publisher?
  package let paths: Paths
  /// How many pages a build may write at most.
  package let maxPages: Int
  package let staleAfterWeeks: Int?
  package let driftAlert: Int?
  package let feedEntries: Int
  package let badges: Bool
  package let socialImages: SocialImages
  package let unsafeHTML: Bool
  package let independent: Bool
  package let disclosure: Markdown?
  package let newsletter: Newsletter?
  package let callToAction: CallToAction?
  package let navigation: [NavigationLink]

  package struct Publisher: Sendable {
    package let name: String
    package let url: String?
  }

  /// The addresses of the three kinds of page that a site may move.
  package struct Paths: Sendable {
    package let vendor: PathPattern
    package let comparison: PathPattern
    package let category: PathPattern
  }

  package enum SocialImages: String, Sendable, CaseIterable { case none, vendors, pairs }

  package struct Newsletter: Sendable {
    package let title: String
    package let text: String?
    package let action: String
  }

  package struct CallToAction: Sendable {
    /// A template over `left` and `right`.
    package let text: Located<String>
    package let note: String?
    package let url: String
  }

  package struct NavigationLink: Sendable {
    package let text: String
    package let url: String
  }
}
