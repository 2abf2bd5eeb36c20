package import Diagnosing
package import Markup

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

  package init(
    file: SourceFile, title: String, description: String?, baseURL: Located<String>,
    language: String, publisher: Publisher?, paths: Paths, maxPages: Int, staleAfterWeeks: Int?,
    driftAlert: Int?, feedEntries: Int, badges: Bool, socialImages: SocialImages, unsafeHTML: Bool,
    independent: Bool, disclosure: Markdown?, newsletter: Newsletter?, callToAction: CallToAction?,
    navigation: [NavigationLink]
  ) {
    self.file = file
    self.title = title
    self.description = description
    self.baseURL = baseURL
    self.language = language
    self.publisher = publisher
    self.paths = paths
    self.maxPages = maxPages
    self.staleAfterWeeks = staleAfterWeeks
    self.driftAlert = driftAlert
    self.feedEntries = feedEntries
    self.badges = badges
    self.socialImages = socialImages
    self.unsafeHTML = unsafeHTML
    self.independent = independent
    self.disclosure = disclosure
    self.newsletter = newsletter
    self.callToAction = callToAction
    self.navigation = navigation
  }

  package struct Publisher: Sendable {
    package let name: String
    package let url: String?

    package init(name: String, url: String?) {
      self.name = name
      self.url = url
    }
  }

  /// The addresses of the three kinds of page that a site may move.
  package struct Paths: Sendable {
    package let vendor: PathPattern
    package let comparison: PathPattern
    package let category: PathPattern

    package init(vendor: PathPattern, comparison: PathPattern, category: PathPattern) {
      self.vendor = vendor
      self.comparison = comparison
      self.category = category
    }
  }

  package enum SocialImages: String, Sendable, CaseIterable { case none, vendors, pairs }

  package struct Newsletter: Sendable {
    package let title: String
    package let text: String?
    package let action: String

    package init(title: String, text: String?, action: String) {
      self.title = title
      self.text = text
      self.action = action
    }
  }

  package struct CallToAction: Sendable {
    /// A template over `left` and `right`.
    package let text: Located<String>
    package let note: String?
    package let url: String

    package init(text: Located<String>, note: String?, url: String) {
      self.text = text
      self.note = note
      self.url = url
    }
  }

  package struct NavigationLink: Sendable {
    package let text: String
    package let url: String

    package init(text: String, url: String) {
      self.text = text
      self.url = url
    }
  }
}
