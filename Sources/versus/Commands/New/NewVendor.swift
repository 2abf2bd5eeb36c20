import Comparing
import Content

/// The usage `versus new vendor NAME [WEEK]`: creates a report with every criterion of its category
/// but no values.
enum NewVendor {
  static func run(_ invocation: Invocation) throws -> ExitCode {
    let slug = try NewCommand.slug(invocation.operands[1])
    var loader = SiteLoader(invocation)
    guard let edition = try loader.edition() else {
      loader.report()
      return .contentWrong
    }
    let week =
      try invocation.operands.dropFirst(2).first.map { try Week(operand: $0) } ?? edition.week
    return try NewCommand.write(
      text(slug, edition), to: "content/reports/\(week.text)/\(slug).md", invocation)
  }

  private static func text(_ slug: String, _ edition: Edition) -> String {
    let category = edition.categories.first?.category
    var text = "---\nname: \(slug)\n"
    if let category, edition.categories.count > 1 {
      text += "category: \(category.slug.text)   # or another\n"
    }
    for group in category?.groups ?? [] {
      text +=
        "\(group.id):\n"
        + group.criteria.map { "  \($0.id):   # \($0.label), \($0.kind.rawValue)\n" }.joined()
    }
    return text + "pros: []\ncons: []\n---\n\n"
  }
}
