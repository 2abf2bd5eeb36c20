import Comparing
import Content
import Markup
package import Planning
package import Templating

/// The files that programs read as text, each with a template of its own (S-19).
package enum TextFile: String, CaseIterable, Sendable {
  /// A page as Markdown.
  case twin = "markdown.md"
  /// The list of the pages.
  case llms = "llms.txt"

  /// The template below `templates/`.
  package var template: String { rawValue }

  /// The names that the template may use.
  package var schema: PageSchema {
    let members = self == .twin ? Self.twinMembers : Self.llmsMembers
    return PageSchema(name: rawValue, globals: members, site: [])
  }

  private static let twinMembers = [
    Member("text", .text, "The main part of the page, in Markdown."),
    Member("url", .text, "The absolute address of the page."),
    Member("site", .text, "The title of the site."),
  ]

  private static let llmsMembers = [
    Member("title", .text, "The title of the site."),
    Member("description", .optional(.text), "What the site is about."),
    Member("categories", .list(.record(category)), "All categories, by slug."),
    Member("pages", .list(.record(SiteTypes.link)), "The other pages."),
  ]

  static let vendor = RecordType(
    "listedVendor", identifiedBy: "url",
    [
      Member("text", .text, "The vendor's name."),
      Member("url", .text, "Its page as Markdown."),
      Member("summary", .optional(.text), "What the report says in short."),
    ])

  static let category = RecordType(
    "listedCategory", identifiedBy: "url",
    [
      Member("title", .text, "The category's title."),
      Member("tagline", .optional(.text), "One line about it."),
      Member("url", .text, "Its page as Markdown."),
      Member("methodologyURL", .text, "How its vendors are compared, as Markdown."),
      Member("dataURL", .text, "All its values, as CSV."),
      Member("vendors", .list(.record(vendor)), "Its vendors, by slug."),
    ])

  // MARK: Values

  /// Returns the values for the Markdown of a page.
  package static func twin(
    _ text: String, of page: Page, _ context: PageContext
  ) -> [TemplateValue] {
    let title = context.plan.edition.library.site.title
    return [
      .text(text), .text(context.plan.canonical(of: page)), .text(markdownText(of: title)),
    ]
  }

  /// Returns the values for the list of pages.
  package static func llms(_ context: PageContext) -> [TemplateValue] {
    let plan = context.plan
    let site = plan.edition.library.site
    let others: [(String, Page)] =
      [
        (context.say(.pickerTitle), .picker), (context.say(.changesTitle), .changes),
        (context.say(.correctionsTitle), .corrections),
      ]
      + plan.edition.library.pages.indices.map {
        (plan.edition.library.pages[$0].title, .standalone($0))
      }
    return [
      .text(markdownText(of: site.title)),
      .optional(site.description.map(markdownText(of:))),
      .list(plan.edition.categoryPositions.map { record(of: $0, context) }),
      .list(
        others.map { text, page in
          .link(markdownText(of: text), url: address(of: page, plan))
        }),
    ]
  }

  private static func record(
    of position: CategoryPosition, _ context: PageContext
  ) -> TemplateValue {
    let plan = context.plan
    let category = plan.edition[position].category
    let vendors = plan.edition.vendorPositions(of: position).map { vendor in
      TemplateValue.record(
        Record(
          Self.vendor,
          [
            "text": .text(markdownText(of: context.name(of: plan.edition[vendor]))),
            "url": .text(address(of: .vendor(vendor), plan)),
            "summary": .optional(plan.edition[vendor].report.summary.map(markdownText(of:))),
          ]))
    }
    return .record(
      Record(
        Self.category,
        [
          "title": .text(markdownText(of: category.title)),
          "tagline": .optional(category.tagline.map(markdownText(of:))),
          "url": .text(address(of: .category(position), plan)),
          "methodologyURL": .text(address(of: .methodology(position), plan)),
          "dataURL": .text(plan.canonical(of: .document(.table(position, .csv)))),
          "vendors": .list(vendors),
        ]))
  }

  private static func address(of page: Page, _ plan: SitePlan) -> String {
    plan.canonical(of: .document(.markdown(page)))
  }
}
