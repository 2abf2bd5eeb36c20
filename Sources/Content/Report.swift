package import Diagnosing
package import Markup

/// A vendor's report of one week.
///
/// A class, because reports are large and everything derived from a vendor shares them. Keys of the
/// front matter can be read as properties of the report: `report.name`.
@dynamicMemberLookup
package final class Report: Sendable {
  package let file: SourceFile
  package let slug: Slug
  package let week: Week
  package let category: Slug
  package let frontMatter: FrontMatter
  package let body: Markdown
  /// The names in links such as `[[name]]`, in the order of the file.
  package let links: [Located<String>]
  /// The addresses of this site in the report's texts, in the order of the file.
  package let addresses: [TextLink]

  package init(
    file: SourceFile, slug: Slug, week: Week, category: Slug, frontMatter: FrontMatter,
    body: Markdown, links: [Located<String>], addresses: [TextLink]
  ) {
    self.file = file
    self.slug = slug
    self.week = week
    self.category = category
    self.frontMatter = frontMatter
    self.body = body
    self.links = links
    self.addresses = addresses
  }

  /// The file above the body, which holds all values.
  package var frontMatterBytes: ArraySlice<UInt8> { file.bytes.prefix(body.span.range.lowerBound) }

  @inlinable
  package subscript<Value>(dynamicMember key: KeyPath<FrontMatter, Value>) -> Value {
    frontMatter[keyPath: key]
  }

  /// The front matter: everything above the body.
  package struct FrontMatter: Sendable {
    package let name: String
    package let updated: CalendarDate
    package var title: String?
    package var website: String?
    /// The path of one of `Library.assets`.
    package var logo: Located<String>?
    package var summary: String?
    package var tagline: String?
    /// The index of one of the category's tiers.
    package var tier: Int?
    package var offerings: [Choice] = []
    /// The cells in the shape of the category's groups; nil where the report says nothing.
    package var cells: [[Cell?]] = []
    /// One entry per segment of the category.
    package var fit: [ScalePosition?] = []
    package var pros: [Statement] = []
    package var cons: [Statement] = []
    package var bestFor: [Statement] = []
    package var cautionFor: [Statement] = []
    package var assessments = Assessments()
    package var disclosure: Disclosure?
    package var sources: [Source] = []
    /// Earlier addresses of the vendor's page.
    package var aliases: [Located<String>] = []
    /// The vendor that replaced this one; set only in a report that retires it.
    package var renamedTo: Located<String>?
    package var isDraft = false
    package var retired = false
    /// Why scores changed since the previous report.
    package var reason: Located<String>?

    package init(name: String, updated: CalendarDate) {
      self.name = name
      self.updated = updated
    }
  }
}

/// A sentence of a list, with its evidence.
package struct Statement: Sendable {
  package let text: Markdown
  package let evidence: [Evidence]

  package init(text: Markdown, evidence: [Evidence]) {
    self.text = text
    self.evidence = evidence
  }
}

/// How a report was made.
package struct Disclosure: Sendable {
  package let made: String?
  package let by: String?
  package let reviewedBy: String?
  package let relationship: Located<String>?

  package init(made: String?, by: String?, reviewedBy: String?, relationship: Located<String>?) {
    self.made = made
    self.by = by
    self.reviewedBy = reviewedBy
    self.relationship = relationship
  }
}

package struct Source: Sendable {
  package let id: String
  package let url: String
  package let title: String
  package let accessed: CalendarDate?

  package init(id: String, url: String, title: String, accessed: CalendarDate?) {
    self.id = id
    self.url = url
    self.title = title
    self.accessed = accessed
  }
}
