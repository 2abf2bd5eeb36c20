package import Diagnosing
package import Hashing

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
}

/// A page of free text, such as "About".
package struct FreePage: Sendable {
  package let slug: Slug
  package let title: String
  package let description: String?
  package let body: Markdown
  package let file: SourceFile
}

/// A file under `content/assets/`.
package struct ContentAsset: Sendable, Hashable {
  /// Relative to `content/`, for example `assets/mistral.svg`; also its place in the output.
  package let path: String
  package let bytes: [UInt8]
}

/// Text in GitHub Flavored Markdown, as written, with its place.
package struct Markdown: Sendable, Hashable {
  /// Nil where it is what the file has at its place: bodies are long, and few are asked for.
  private let text: String?
  package let span: SourceSpan

  package var source: String { text ?? span.text }

  /// Changes with the source.
  package var fingerprint: Fingerprint {
    if let text { return Fingerprint { $0.add(text) } }
    return Fingerprint(of: span.bytes)
  }

  package init(source: String, span: SourceSpan) {
    text = source
    self.span = span
  }

  /// A part of a file as it stands there.
  init(_ span: SourceSpan) {
    text = nil
    self.span = span
  }

  package static func == (left: Markdown, right: Markdown) -> Bool {
    left.span == right.span && left.source == right.source
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(span) }
}
