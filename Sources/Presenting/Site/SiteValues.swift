import Comparing
import Content
import Diagnosing
import Markup
import Planning
import Templating

/// Makes the `site` record.
struct SiteValues {
  let model: SiteModel

  private var context: PageContext { model.context }

  func record() -> TemplateValue {
    let site = context.plan.edition.library.site
    return .record(
      Record(
        SiteTypes.site,
        [
          "title": .text(site.title),
          "description": .optional(site.description),
          "language": .text(site.language),
          "direction": .text(WritingDirection(language: site.language).rawValue),
          "origin": .text(context.plan.base.origin),
          "hasSocialImage": .bool(site.socialImages != Site.SocialImages.none),
          "homeURL": .text(context.plan.link(to: .home)),
          "compareURL": .text(context.plan.link(to: .picker)),
          "searchURL": .optional(site.search ? context.plan.link(to: .search) : nil),
          "feedURL": .text(context.plan.link(to: .document(.atomFeed))),
          "jsonFeedURL": .text(context.plan.link(to: .document(.jsonFeed))),
          "changesURL": .text(context.plan.link(to: .changes)),
          "correctionsURL": .text(context.plan.link(to: .corrections)),
          "indexURL": .text(context.plan.base.path + DataAddress.vendorIndex),
          "publisherName": .optional(site.publisher?.name),
          "publisherURL": .optional(site.publisher?.url),
          "navigation": .list(navigation(site)),
          "disclosure": site.disclosure.map { .html(context.markdown.inline($0)) } ?? .none,
          "logo": .optional(site.theme.logo.map { context.address($0.value) }),
          "footer": site.theme.footer.map { .html(context.markdown.inline($0)) } ?? .none,
          "hasPlots": .bool(site.theme.plots),
          "newsletter": newsletter(site),
          "independent": .bool(site.independent),
          "categories": .list(model.categories.map(\.link)),
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

  /// The most categories that the navigation lists, so that a site grows with its categories.
  private static let maxCategories = 20

  /// Returns the entries for the categories, followed by the site's own entries. Of many categories
  /// there is one entry, for the home page, which lists them all.
  private func navigation(_ site: Site) -> [TemplateValue] {
    let own = site.navigation.map { ($0.text, context.address($0.url.value)) }
    let positions = Array(context.plan.edition.categoryPositions)
    let categories =
      positions.count > Self.maxCategories
      ? [(context.say(.allCategories), context.plan.link(to: .home))]
      : positions.map { position in
        (context.plan.edition[position].category.title, context.plan.link(to: .category(position)))
      }
    return (categories + own).map { text, url in
      .link(text, url: url)
    }
  }
}
