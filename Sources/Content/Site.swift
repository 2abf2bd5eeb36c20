package import Diagnosing
package import Markup

/// The contents of `site.yaml`.
package struct Site: Sendable {
  package let file: SourceFile
  package let title: String
  package let baseURL: Located<String>
  package let paths: Paths
  package var description: String?
  package var language = "en"
  package var publisher: Publisher?
  /// The largest number of pages that a build may write.
  package var maxPages = 100_000
  package var staleAfterWeeks: Int?
  package var driftAlert: Int?
  package var feedEntries = 50
  package var badges = true
  /// Nil for the theme's picture on all pages.
  package var socialImages: SocialImages?
  package var markdown = MarkdownTwins.pages
  /// Whether readers can search the texts of reports.
  package var search = false
  /// Nil where no host reads files of the site.
  package var host: Host?
  package var security: SecurityContact?
  package var unsafeHTML = false
  package var independent = false
  package var disclosure: Markdown?
  package var newsletter: Newsletter?
  package var callToAction: CallToAction?
  package var navigation: [NavigationLink] = []
  package var theme = SiteTheme()

  package init(file: SourceFile, title: String, baseURL: Located<String>, paths: Paths) {
    self.file = file
    self.title = title
    self.baseURL = baseURL
    self.paths = paths
  }

  /// The place from which addresses in `site.yaml` are resolved.
  package var place: TextLink.TextPlace { TextLink.TextPlace(file: file.path, isInline: false) }

  package struct Publisher: Sendable {
    package let name: String
    package let url: String?

    package init(name: String, url: String?) {
      self.name = name
      self.url = url
    }
  }

  /// The addresses of the three kinds of pages that a site may move.
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

  /// Which pictures shared pages have: none, one for each vendor, or also one for each pair.
  package enum SocialImages: String, Sendable, CaseIterable { case none, vendors, pairs }

  /// Which pages have a twin in Markdown beside them: none, those that exist once, or also
  /// comparisons.
  package enum MarkdownTwins: String, Sendable, CaseIterable { case none, pages, pairs }

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
    /// A template that may use `left` and `right`.
    package let text: Located<String>
    package let note: String?
    package let url: Located<String>

    package init(text: Located<String>, note: String?, url: Located<String>) {
      self.text = text
      self.note = note
      self.url = url
    }
  }

  package struct NavigationLink: Sendable {
    package let text: String
    package let url: Located<String>

    package init(text: String, url: Located<String>) {
      self.text = text
      self.url = url
    }
  }
}
