package import Comparing
import Content
package import Planning
package import Templating

/// A standalone page: the names and values for its template, and the contents of its head.
///
/// Each kind of page is one type in one file, so that adding a section touches one file.
package protocol SinglePage: Sendable {
  static var kind: PageKind { get }
  /// The names that the template may use in addition to those of the site and of the page record.
  static var members: [Member] { get }

  var context: PageContext { get }
  var page: Page { get }
  /// The heading, which also begins the title.
  var title: String { get }
  var description: String { get }
  /// Whether search engines should index the page.
  var isIndexed: Bool { get }
  /// The page that replaces this one, for an earlier report (S-15).
  var current: Page? { get }
  /// The pages between home and this one, for breadcrumbs.
  var trail: [(text: String, page: Page)] { get }
  /// The vendor that the picture shows when the page is shared.
  var pictured: VendorPosition? { get }
  /// A value for each of `members`, by name.
  var values: [String: TemplateValue] { get }
}

extension SinglePage {
  package var isIndexed: Bool { true }
  package var current: Page? { nil }
  package var trail: [(text: String, page: Page)] { [] }
  package var pictured: VendorPosition? { nil }

  /// The names that templates of this kind may use.
  package static var schema: PageSchema {
    PageSchema(name: kind.rawValue, globals: members, site: SiteTypes.members)
  }

  /// The values in the order of `members`.
  package var globals: [TemplateValue] {
    let values = values
    precondition(values.count == Self.members.count, "'\(Self.kind)' was given other values")
    return Self.members.map { member in
      guard let value = values[member.name] else {
        preconditionFailure("a page of kind '\(Self.kind)' has no value for '\(member.name)'")
      }
      return value
    }
  }

  /// The `page` record.
  package var record: TemplateValue {
    let site = context.plan.edition.library.site.title
    let full = page == .home ? site : context.say(.pageTitle, ["title": title, "site": site])
    return .record(
      Record(
        SiteTypes.page,
        [
          "kind": .text(Self.kind.rawValue),
          "title": .text(full),
          "description": .text(description),
          "canonical": .text(context.plan.canonical(of: page)),
          "path": .text(context.plan.link(to: page)),
          "image": image,
          "markdown": markdown,
          "isIndexed": .bool(isIndexed),
          "isSearched": .bool(context.plan.isSearched(page)),
          "current": .optional(current.map { context.plan.canonical(of: $0) }),
          "breadcrumbs": .list(breadcrumbs),
        ]))
  }

  private var image: TemplateValue {
    guard let vendor = pictured, context.plan.hasSocialImage(vendor) else { return .none }
    let edition = context.plan.edition
    let badge = Badge(edition[vendor], in: edition[vendor.category].category, context)
    return .record(
      Record(
        SiteTypes.image,
        [
          "url": .text(context.plan.link(to: .document(.socialImage(.vendor(vendor))))),
          "alt": .text(badge.title),
        ]))
  }

  private var markdown: TemplateValue {
    context.plan.hasTwin(page) ? .text(context.plan.link(to: .document(.markdown(page)))) : .none
  }

  private var breadcrumbs: [TemplateValue] {
    if page == .home || page == .notFound { return [] }
    let way = [(context.say(.breadcrumbHome), Page.home)] + trail
    let links = way.map { text, page in
      TemplateValue.breadcrumb(text, url: context.plan.link(to: page))
    }
    return links + [.breadcrumb(title, url: nil)]
  }
}

extension TemplateValue {
  fileprivate static func breadcrumb(_ text: String, url: String?) -> TemplateValue {
    .record(Record(SiteTypes.breadcrumb, ["text": .text(text), "url": .optional(url)]))
  }
}
