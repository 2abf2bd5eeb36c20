import Comparing
import Content
import Diagnosing
import Rendering

/// The command `versus explain A B`.
enum ExplainCommand {
  static let command = Command(
    "explain",
    summary: "show how each row of a comparison came out, and why the winner won",
    description: """
      A and B are the slugs of two vendors in one category, in either order. Each value is shown
      with its file and line.
      """,
    usages: [Usage([Operand("A"), Operand("B")], run: run)],
    options: [.source, .week, .drafts, .jobs, .format, .quiet, .verbose])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    var loader = SiteLoader(invocation)
    guard let edition = try loader.edition() else {
      loader.report()
      return .contentWrong
    }
    let names = invocation.operands.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let found = try names.map { try find($0, in: edition) }
    let (left, right) = (found[0], found[1])
    if names[0] == names[1] { throw UsageError("'\(names[0])' cannot be compared with itself") }
    guard left.category.category.slug == right.category.category.slug else {
      throw UsageError("'\(names[0])' and '\(names[1])' are not in the same category")
    }
    let article = edition.library.comparisons.first {
      $0.left == left.vendor.slug && $0.right == right.vendor.slug
    }
    let comparison = Comparison(
      of: left.vendor, and: right.vendor, in: left.category.category, article: article)
    loader.mentionWarnings()
    let explanation = Explanation(
      comparison, week: edition.week, isIndexed: comparison.isIndexed(with: article),
      style: ValueStyle(language: edition.library.site.language))
    switch invocation.format {
    case .json: Terminal.print(jsonText(explanation) + "\n")
    case .text: Terminal.print(explanation.text(comparison))
    case .sarif, .github: break
    }
    return .done
  }

  private static func find(
    _ name: String, in edition: Edition
  ) throws(UsageError) -> (category: EditionCategory, vendor: Vendor) {
    if let found = edition.find(name) { return found }
    let known = edition.categories.flatMap { $0.vendors.map(\.slug.text) }
    throw UsageError(
      "no vendor '\(name)' has a report in force in \(edition.week.text)", near: name,
      among: known)
  }
}
