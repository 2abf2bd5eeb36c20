import FoundationEssentials
package import Templating

/// The types that every page may use: the site, the page itself, and plain links.
package enum SiteTypes {
  package static let link = RecordType(
    "link", identifiedBy: "url",
    [
      Member("text", .text, "The text of the link."),
      Member("url", .text, "Where it leads."),
    ])

  package static let breadcrumb = RecordType(
    "breadcrumb",
    [
      Member("text", .text, "The name of the page."),
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
      Member("hasLeaders", .bool, "Whether some of its rows mark a leader."),
      Member("hasEntryPrice", .bool, "Whether it has a money criterion `entry`."),
      Member(
        "panel", .optional(.record(AssessmentTypes.panel)), "The panel that votes, if there is one."
      ),
    ])

  package static let newsletter = RecordType(
    "newsletter",
    [
      Member("title", .text, "The form's heading."),
      Member("text", .optional(.text), "What subscribers get."),
      Member("action", .text, "Where the form goes."),
    ])

  package static let site = RecordType(
    "site",
    [
      Member("title", .text, "The site's title."),
      Member("description", .optional(.text), "What the site is about."),
      Member("language", .text, "The language tag of the site."),
      Member("direction", .text, "ltr or rtl: the direction that the language is written in."),
      Member("hasSocialImage", .bool, "Whether shared pages show the theme's picture (S-12)."),
      Member("origin", .text, "The scheme and host of the site, before every address."),
      Member("homeURL", .text, "The address of the home page."),
      Member("compareURL", .text, "The address of the picker."),
      Member("searchURL", .optional(.text), "The page that searches the site, if it has one."),
      Member("feedURL", .text, "The Atom feed."),
      Member("jsonFeedURL", .text, "The JSON feed."),
      Member("changesURL", .text, "The address of the list of weeks."),
      Member("correctionsURL", .text, "The address of the corrections log."),
      Member("indexURL", .text, "The list of vendors as JSON, for the picker."),
      Member("publisherName", .optional(.text), "Who publishes the site."),
      Member("publisherURL", .optional(.text), "The publisher's address."),
      Member("navigation", .list(.record(link)), "Categories, then the site's own links."),
      Member("logo", .optional(.text), "The address of the site's logo."),
      Member("footer", .optional(.html), "The publisher's line at the end of pages."),
      Member("hasPlots", .bool, "Whether comparisons draw the values that lie in a range."),
      Member("disclosure", .optional(.html), "What readers should know about the publisher."),
      Member("newsletter", .optional(.record(newsletter)), "A form to sign up with."),
      Member("independent", .bool, "Whether the publisher declares independence (T-03)."),
      Member("categories", .list(.record(categoryLink)), "All categories, by slug."),
    ])

  package static let image = RecordType(
    "image", identifiedBy: "url",
    [
      Member("url", .text, "The address of a picture, 1200 by 630 pixels."),
      Member("alt", .text, "What it shows."),
    ])

  package static let page = RecordType(
    "page",
    [
      Member("kind", .text, "comparison, vendor, category, …"),
      Member("title", .text, "The text of <title>."),
      Member("description", .text, "The meta description."),
      Member("canonical", .text, "The absolute address of the page."),
      Member("path", .text, "Its address on the site."),
      Member(
        "image", .optional(.record(image)),
        "The picture of the page when it is shared; nil for that of the theme."),
      Member(
        "markdown", .optional(.text),
        "The address of the page as Markdown; nil where there is none."),
      Member("isIndexed", .bool, "False for a page that search engines should not index."),
      Member("isSearched", .bool, "Whether the search finds words of the page."),
      Member(
        "current", .optional(.text),
        "For an earlier report, the absolute address of the page that replaced it."),
      Member(
        "breadcrumbs", .list(.record(breadcrumb)),
        "The pages between home and this one; empty on the home page."),
    ])

  /// The names that are visible everywhere, including in partials.
  package static let members = [
    Member("site", .record(site), "The site."),
    Member("page", .record(page), "The page that is being rendered."),
  ]
}

extension TemplateValue {
  static func link(_ text: String, url: String) -> TemplateValue {
    .record(Record(SiteTypes.link, ["text": .text(text), "url": .text(url)]))
  }

  /// A number that may be absent, as a value.
  static func optional(_ number: Decimal?) -> TemplateValue {
    number.map { .number($0) } ?? .none
  }

  /// Wraps a text that may be absent as a value.
  package static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .none }
}
