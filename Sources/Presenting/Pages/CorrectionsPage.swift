import Comparing
import Content
package import Planning
package import Templating

/// The public corrections log (T-13).
package struct CorrectionsPage: SinglePage {
  package static let kind = PageKind.corrections
  package static let members = [
    Member("corrections", .list(.record(CorrectionTypes.correction)), "The log, newest first.")
  ]

  package let context: PageContext

  package init(_ context: PageContext) { self.context = context }

  package var page: Page { .corrections }
  package var title: String { context.say(.correctionsTitle) }
  package var values: [String: TemplateValue] { ["corrections": CorrectionValues(context).log] }

  package var description: String {
    context.say(.correctionsDescription, ["site": context.plan.edition.library.site.title])
  }
}
