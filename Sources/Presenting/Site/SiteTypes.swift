package import Templating

/// The types of what every page may use: the site, the page itself, and plain links.
package enum SiteTypes {
  package static let link = RecordType(
    "link", identifiedBy: "url",
    [
      Member("text", .text, "What the link says."),
      Member("url", .text, "Where it leads."),
    ])

  package static let breadcrumb = RecordType(
    "breadcrumb",
    [
      Member("text", .text, "The name of the page on the way."),
      Member("url", .optional(.text), "Its address; nil for the page itself."),
    ])

  package static let categoryLink = RecordType(
    "categoryLink", identifiedBy: "slug",
    [
      Member("slug", .text, "The category's file name."),
      Member("title", .text, "Its title."),
      Member("tagline", .optional(.text), "One line about it."),
      Member("url", .text, "Its page."),
      Member("methodologyURL", .text, "The page that states its rules."),
      Member("hasLeaders", .bool, "Some of its rows mark a leader."),
      Member("hasEntryPrice", .bool, "It has a money criterion `entry`."),
      Member("panel", .optional(.record(AssessmentTypes.panel)), "Who votes, if anybody does."),
    ])

  package static let newsletter = RecordType(
    "newsletter",
    [
      Member("title", .text, "The form's heading."),
      Member("text", .optional(.text), "What one gets."),
      Member("action", .text, "Where the form goes."),
    ])

  package static let site = RecordType(
    "site",
    [
      Member("title", .text, "The site's title."),
      Member("description", .optional(.text), "What the site is about."),
      Member("language", .text, "The language tag of the site."),
      Member("hasSocialImage", .bool, "Pages that are shared show the theme's picture (S-12)."),
      Member("origin", .text, "The scheme and host of the site, before every address."),
      Member("homeURL", .text, "The address of the home page."),
      Member("compareURL", .text, "The address of the picker."),
      Member("feedURL", .text, "The Atom feed."),
      Member("jsonFeedURL", .text, "The JSON feed."),
      Member("changesURL", .text, "The address of what changed."),
      Member("correctionsURL", .text, "The address of the corrections log."),
      Member("indexURL", .text, "The list of vendors as JSON, for the picker."),
      Member("publisherName", .optional(.text), "Who publishes the site."),
      Member("publisherURL", .optional(.text), "The publisher's address."),
      Member("navigation", .list(.record(link)), "Categories, then the site's own links."),
      Member("disclosure", .optional(.html), "What readers should know about the publisher."),
      Member("newsletter", .optional(.record(newsletter)), "A form to sign up with."),
      Member("independent", .bool, "The publisher declares independence (T-03)."),
      Member("categories", .list(.record(categoryLink)), "All categories, by slug."),
    ])

  package static let page = RecordType(
    "page",
    [
      Member("kind", .text, "comparison, vendor, category, …"),
      Member("title", .text, "The text of <title>."),
      Member("description", .text, "The meta description."),
      Member("canonical", .text, "The absolute address of the page."),
      Member("path", .text, "Its address on the site."),
      Member("isIndexed", .bool, "False for a page that search engines should leave out."),
      Member(
        "current", .optional(.text),
        "Of an earlier report: the absolute address of the page that took its place."),
      Member("breadcrumbs", .list(.record(breadcrumb)), "The way from home; empty at home."),
    ])

  /// What is visible everywhere, in includes too.
  package static let members = [
    Member("site", .record(site), "The site."),
    Member("page", .record(page), "The page that is being rendered."),
  ]
}

extension TemplateValue {
  static func link(_ text: String, url: String) -> TemplateValue {
    .record(Record(SiteTypes.link, ["text": .text(text), "url": .text(url)]))
  }

  /// A text that may be absent.
  package static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .none }
}
