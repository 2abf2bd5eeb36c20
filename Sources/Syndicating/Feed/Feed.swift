import Comparing
import Content
import Planning
import Presenting

/// The changes in reports, newest first: the entries of the site's feed or of one vendor's (S-13).
///
/// A report without changes has no entry. The id of an entry consists of vendor and week, so it
/// does not depend on what else is published.
struct Feed {
  struct Entry {
    let id: String
    let url: String
    let title: String
    /// The content as HTML that is safe to publish.
    let content: String
    let updated: CalendarDate
  }

  let title: String
  let subtitle: String
  let author: String
  let language: String
  /// The address of the feed itself.
  let url: String
  /// The address of the page that the feed is about.
  let pageURL: String
  let entries: [Entry]
  /// The date of the newest entry's change, or of the beginning of the week if there are no
  /// entries.
  let updated: CalendarDate

  /// Creates the feed of the whole site.
  init(ofSite context: PageContext, at document: Document) {
    let library = context.plan.edition.library
    let title = library.site.title
    self.init(
      title: title, subtitle: context.say(.feedSubtitle, ["site": title]),
      histories: library.vendors, page: .home, document: document, context)
  }

  /// Creates the feed of a vendor.
  init(of vendor: Vendor, page: Page, at document: Document, _ context: PageContext) {
    let names = [
      "name": vendor.report.title ?? context.name(of: vendor),
      "site": context.plan.edition.library.site.title,
    ]
    self.init(
      title: context.say(.vendorFeedTitle, names),
      subtitle: context.say(.vendorFeedSubtitle, names),
      histories: [vendor.history], page: page, document: document, context)
  }

  /// The feed of a vendor that was retired.
  init(ofRetired vendor: RetiredVendor, at document: Document, _ context: PageContext) {
    let names = [
      "name": vendor.notice.title ?? vendor.notice.name,
      "site": context.plan.edition.library.site.title,
    ]
    self.init(
      title: context.say(.vendorFeedTitle, names),
      subtitle: context.say(.vendorFeedSubtitle, names), histories: [vendor.history],
      page: context.plan.standing(ofVendor: vendor.slug) ?? .changes, document: document, context)
  }

  private init(
    title: String, subtitle: String, histories: [VendorHistory], page: Page, document: Document,
    _ context: PageContext
  ) {
    let plan = context.plan
    let site = plan.edition.library.site
    self.title = title
    self.subtitle = subtitle
    author = site.publisher?.name ?? site.title
    language = site.language
    url = plan.canonical(of: .document(document))
    pageURL = plan.canonical(of: page)
    let changes = histories.flatMap { history -> [FeedChange] in
      guard
        let category = plan.edition.library.categories.first(where: { $0.slug == history.category })
      else { return [] }
      return history.changes(until: plan.edition.week, in: category).map {
        FeedChange(change: $0, category: category, context: context)
      }
    }
    let newest = changes.sorted { $1.precedes($0) }.prefix(site.feedEntries)
    entries = newest.map(\.entry)
    updated = newest.first?.change.to.updated ?? plan.edition.week.monday
  }
}

extension CalendarDate {
  /// The beginning of the day in UTC, in the format of RFC 3339.
  var timestamp: String { text + "T00:00:00Z" }
}
