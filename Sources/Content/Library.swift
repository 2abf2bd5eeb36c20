package import Diagnosing
package import Hashing
package import Markup
package import System

/// Everything that a publisher wrote. A `Library` exists only if its content is valid.
package struct Library: Sendable {
  package let site: Site
  /// The categories, sorted by slug.
  package let categories: [Category]
  /// The vendors, sorted by slug.
  package let vendors: [VendorHistory]
  /// The editors' articles, sorted by address.
  package var comparisons: [ComparisonArticle] = []
  /// The prompts, sorted by slug.
  package var prompts: [Prompt] = []
  /// The authors, sorted by slug.
  package var authors: [Author] = []
  /// The corrections, in the order written.
  package var corrections: [Correction] = []
  /// The standalone pages, sorted by slug.
  package var pages: [StandaloneText] = []
  /// Files that pages show, sorted by path.
  package var assets: [ContentAsset] = []
  /// Files that are copied unchanged to the root of the site, sorted by path relative to the root.
  package var statics: [ContentAsset] = []
  /// The snapshots, sorted by week.
  package var snapshots: [Located<Snapshot>] = []
  /// A fingerprint of every file that was read, and of how it was read. Libraries with equal
  /// fingerprints are equal.
  package private(set) var fingerprint: Fingerprint

  package init(
    site: Site, categories: [Category], vendors: [VendorHistory], fingerprint: Fingerprint
  ) {
    self.site = site
    self.categories = categories
    self.vendors = vendors
    self.fingerprint = fingerprint
  }

  /// Returns the content as it was when a week was frozen: without corrections, and without
  /// snapshots of this and later weeks.
  package func frozen(in week: Week) -> Library {
    var frozen = self
    frozen.corrections = []
    frozen.snapshots.removeAll { $0.value.week >= week }
    frozen.fingerprint = Fingerprint {
      $0.add(fingerprint)
      $0.add("frozen in \(week.text)")
    }
    return frozen
  }
}

/// A vendor with all its reports.
package struct VendorHistory: Sendable {
  package let slug: Slug
  package let category: Slug
  /// The reports, sorted from oldest to newest; never empty.
  package let reports: [Report]

  package init(slug: Slug, category: Slug, reports: [Report]) {
    self.slug = slug
    self.category = category
    self.reports = reports
  }

  /// Returns the reports up to a week, oldest first.
  package func reports(until week: Week) -> [Report] { reports.filter { $0.week <= week } }
}

/// The text of a standalone page, such as "About".
package struct StandaloneText: Sendable {
  package let slug: Slug
  package let title: String
  package let description: String?
  package let body: Markdown
  package let file: SourceFile
  /// Earlier addresses of the page.
  package var aliases: [Located<String>] = []

  package init(slug: Slug, title: String, description: String?, body: Markdown, file: SourceFile) {
    self.slug = slug
    self.title = title
    self.description = description
    self.body = body
    self.file = file
  }
}

/// A file in `content/assets/` or `content/static/`.
package struct ContentAsset: Sendable {
  /// The path relative to `content/`, such as `assets/mistral.svg`, or to `content/static/`.
  package let path: String
  /// A fingerprint that changes with the bytes.
  package let fingerprint: Fingerprint
  /// The file, which is opened when it is copied, because an asset may be larger than memory.
  package let file: ReadableFile

  package init(path: String, fingerprint: Fingerprint, file: ReadableFile) {
    self.path = path
    self.fingerprint = fingerprint
    self.file = file
  }
}
