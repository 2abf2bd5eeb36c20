package import Diagnosing
package import Hashing
package import Markup

/// All that a publisher wrote, checked: a `Library` exists only if it is valid.
package struct Library: Sendable {
  package let site: Site
  /// By slug.
  package let categories: [Category]
  /// By slug.
  package let vendors: [VendorHistory]
  /// By address.
  package let comparisons: [ComparisonArticle]
  /// By slug.
  package let prompts: [Prompt]
  /// By slug.
  package let authors: [Author]
  /// In the order written.
  package let corrections: [Correction]
  /// By slug.
  package let pages: [FreePage]
  /// Files that are copied as they are, by path.
  package let assets: [ContentAsset]
  /// By week.
  package let snapshots: [Located<Snapshot>]
  /// Of every file that was read, and of how: two libraries with the same one are the same.
  package let fingerprint: Fingerprint

  package init(
    site: Site, categories: [Category], vendors: [VendorHistory], comparisons: [ComparisonArticle],
    prompts: [Prompt], authors: [Author], corrections: [Correction], pages: [FreePage],
    assets: [ContentAsset], snapshots: [Located<Snapshot>], fingerprint: Fingerprint
  ) {
    self.site = site
    self.categories = categories
    self.vendors = vendors
    self.comparisons = comparisons
    self.prompts = prompts
    self.authors = authors
    self.corrections = corrections
    self.pages = pages
    self.assets = assets
    self.snapshots = snapshots
    self.fingerprint = fingerprint
  }

  /// The same content when a week is frozen: before anything was corrected in the open, and with no
  /// later week frozen.
  package func frozen(in week: Week) -> Library {
    Library(
      site: site, categories: categories, vendors: vendors, comparisons: comparisons,
      prompts: prompts, authors: authors, corrections: [], pages: pages, assets: assets,
      snapshots: snapshots.filter { $0.value.week < week },
      fingerprint: Fingerprint {
        $0.add(fingerprint)
        $0.add("frozen in \(week.text)")
      })
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

  package init(slug: Slug, title: String, description: String?, body: Markdown, file: SourceFile) {
    self.slug = slug
    self.title = title
    self.description = description
    self.body = body
    self.file = file
  }
}

/// A file under `content/assets/`.
package struct ContentAsset: Sendable, Hashable {
  /// Relative to `content/`, for example `assets/mistral.svg`; also its place in the output.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
