package import Diagnosing
package import Markup

/// One vendor's report of one week.
///
/// A class, because it is large and everything that is said of a vendor shares it.
package final class Report: Sendable {
  package let file: SourceFile
  package let slug: Slug
  package let week: Week
  package let name: String
  package let title: String?
  package let category: Slug
  package let updated: CalendarDate
  package let website: String?
  /// The path of one of `Library.assets`.
  package let logo: Located<String>?
  package let summary: String?
  package let tagline: String?
  /// A position in the category's tiers.
  package let tier: Int?
  package let offerings: [Choice]
  /// In the shape of the category's groups; nil where the report says nothing.
  package let cells: [[Cell?]]
  /// One a segment of the category.
  package let fit: [ScalePosition?]
  package let pros: [Statement]
  package let cons: [Statement]
  package let bestFor: [Statement]
  package let cautionFor: [Statement]
  package let disclosure: Disclosure?
  package let sources: [Source]
  package let aliases: [String]
  package let isDraft: Bool
  package let retired: Bool
  /// Why scores moved since the report before.
  package let reason: String?
  package let body: Markdown
  package let assessments: Assessments
  /// The names that its texts link to, as `[[name]]`, in the order of the file.
  package let links: [Located<String>]

  package init(
    file: SourceFile, slug: Slug, week: Week, name: String, title: String?, category: Slug,
    updated: CalendarDate, website: String?, logo: Located<String>?, summary: String?,
    tagline: String?, tier: Int?, offerings: [Choice], cells: [[Cell?]], fit: [ScalePosition?],
    pros: [Statement], cons: [Statement], bestFor: [Statement], cautionFor: [Statement],
    disclosure: Disclosure?, sources: [Source], aliases: [String], isDraft: Bool, retired: Bool,
    reason: String?, body: Markdown, assessments: Assessments, links: [Located<String>]
  ) {
    self.file = file
    self.slug = slug
    self.week = week
    self.name = name
    self.title = title
    self.category = category
    self.updated = updated
    self.website = website
    self.logo = logo
    self.summary = summary
    self.tagline = tagline
    self.tier = tier
    self.offerings = offerings
    self.cells = cells
    self.fit = fit
    self.pros = pros
    self.cons = cons
    self.bestFor = bestFor
    self.cautionFor = cautionFor
    self.disclosure = disclosure
    self.sources = sources
    self.aliases = aliases
    self.isDraft = isDraft
    self.retired = retired
    self.reason = reason
    self.body = body
    self.assessments = assessments
    self.links = links
  }
}

/// A sentence of a list, with where it can be checked.
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
