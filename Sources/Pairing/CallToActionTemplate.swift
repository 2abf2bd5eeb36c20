import Content
import Diagnosing
import Planning
import Presenting
import Templating

/// The site's call to action, whose text is a template over the two vendors.
struct CallToActionTemplate: Sendable {
  private let text: Template
  private let action: Site.CallToAction
  private let url: String

  private static let subject = RecordType(
    "subject", identifiedBy: "name",
    [
      Member("name", .text, "The vendor's short name."),
      Member("title", .text, "Its long name."),
    ])

  private static let schema = PageSchema(
    name: "callToAction",
    globals: [
      Member("left", .record(subject), "The left vendor."),
      Member("right", .record(subject), "The right vendor."),
    ], site: [])

  /// Compiles the call to action.
  ///
  /// - Returns: nil if the site has none, or if its text is wrong and was reported.
  init?(
    of site: Site, links: LinkResolver, with compiler: TemplateCompiler,
    into log: inout Diagnostics
  ) {
    guard let action = site.callToAction,
      let text = compiler.compile(text: action.text, schema: Self.schema, into: &log)
    else { return nil }
    self.text = text
    self.action = action
    url = links.address(action.url.value, at: site.place)
  }

  /// Returns the call to action for two vendors, as a value.
  func staged(_ left: StagedValue, _ right: StagedValue) -> StagedValue {
    .record(
      ArticleTypes.callToAction,
      [
        "text": .rendered(text, [Self.values(of: left), Self.values(of: right)]),
        "note": .known(.optional(action.note)),
        "url": .text(url),
      ])
  }

  private static func values(of vendor: StagedValue) -> StagedValue {
    .record(subject, ["name": vendor["name"], "title": vendor["title"]])
  }
}
