package import Diagnosing
package import Hashing
package import Markup
package import System

/// All that a publisher wrote, checked: a `Library` exists only if it is valid.
package struct Library: Sendable {
  package let site: Site
  /// By slug.
  package let categories: [Category]
  /// By slug.
  package let vendors: [VendorHistory]
  /// By address.
  package var comparisons: [ComparisonArticle] = []
  /// By slug.
  package var prompts: [Prompt] = []
  /// By slug.
  package var authors: [Author] = []
  /// In the order written.
  package var corrections: [Correction] = []
  /// By slug.
  package var pages: [FreePage] = []
  /// Files that are copied as they are, by path.
  package var assets: [ContentAsset] = []
  /// By week.
  package var snapshots: [Located<Snapshot>] = []
  /// Stands for every file that was read, and for how: equal fingerprints mean equal libraries.
  package private(set) var fingerprint: Fingerprint

  package init(
    site: Site, categories: [Category], vendors: [VendorHistory], fingerprint: Fingerprint
  ) {
    self.site = site
    self.categories = categories
    self.vendors = vendors
    self.fingerprint = fingerprint
  }

  /// The content as it was when a week was frozen: before anything was corrected in the open, and
  /// with no later week frozen.
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
  /// Oldest first; never empty.
  package let reports: [Report]

  package init(slug: Slug, category: Slug, reports: [Report]) {
    self.slug = slug
    self.category = category
    self.reports = reports
  }
}

/// A page of free text, such as "About".
package struct FreePage: Sendable {
  package let slug: Slug
  package let title: String
  package let description: String?
  package let body: Markdown
  package let file: SourceFile
  /// Addresses at which the page stood before.
  package var aliases: [Located<String>] = []

  package init(slug: Slug, title: String, description: String?, body: Markdown, file: SourceFile) {
    self.slug = slug
    self.title = title
    self.description = description
    self.body = body
    self.file = file
  }
}

/// A file under `content/assets/`.
package struct ContentAsset: Sendable {
  /// Relative to `content/`, for example `assets/mistral.svg`; also its place in the output.
  package let path: String
  /// Changes with the bytes.
  package let fingerprint: Fingerprint
  /// Opened when it is copied: an asset may be larger than memory.
  package let file: ReadableFile

  package init(path: String, fingerprint: Fingerprint, file: ReadableFile) {
    self.path = path
    self.fingerprint = fingerprint
    self.file = file
  }
}
