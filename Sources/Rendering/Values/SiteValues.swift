import Comparing
import Content
import Markup
import Planning
import Templating

/// Makes the `site` record.
struct SiteValues {
  let categories: [CategoryValues]
  let words: Wording

  func record() -> TemplateValue {
    let site = words.plan.edition.library.site
    return .record(
      Record(
        SiteTypes.site,
        [
          "title": .text(site.title),
          "description": .optional(site.description),
          "language": .text(site.language),
          "origin": .text(words.plan.base.origin),
          "hasSocialImage": .bool(site.socialImages != .none),
          "homeURL": .text(words.plan.link(to: .home)),
          "compareURL": .text(words.plan.link(to: .picker)),
          "feedURL": .text(words.plan.link(to: .document(.atomFeed))),
          "jsonFeedURL": .text(words.plan.link(to: .document(.jsonFeed))),
          "changesURL": .text(words.plan.link(to: .changes)),
          "correctionsURL": .text(words.plan.link(to: .corrections)),
          "indexURL": .text(words.plan.base.path + VendorIndex.path),
          "publisherName": .optional(site.publisher?.name),
          "publisherURL": .optional(site.publisher?.url),
          "navigation": .list(navigation(site)),
          "disclosure": site.disclosure.map { .html(words.markdown.inline($0)) } ?? .none,
          "newsletter": newsletter(site),
          "independent": .bool(site.independent),
          "categories": .list(categories.map(\.link)),
        ]))
  }

  private func newsletter(_ site: Site) -> TemplateValue {
    guard let newsletter = site.newsletter else { return .none }
    return .record(
      Record(
        SiteTypes.newsletter,
        [
          "title": .text(newsletter.title), "text": .optional(newsletter.text),
          "action": .text(newsletter.action),
        ]))
  }

  /// The categories, then what the site adds; its own paths stand below the base path.
  private func navigation(_ site: Site) -> [TemplateValue] {
    let own = site.navigation.map { link in
      (link.text, link.url.hasPrefix("/") ? words.plan.base.path + link.url.dropFirst() : link.url)
    }
    let categories = words.plan.edition.categories.enumerated().map { index, entry in
      (entry.category.title, words.plan.link(to: .category(index)))
    }
    return (categories + own).map { text, url in
      .record(Record(SiteTypes.link, ["text": .text(text), "url": .text(url)]))
    }
  }
}
