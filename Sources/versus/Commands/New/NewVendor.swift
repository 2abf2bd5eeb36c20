import Comparing
import Content
import Diagnosing
import Reading

/// The usage `versus new vendor NAME [WEEK]`: creates a report with every criterion of its category
/// but no values.
enum NewVendor {
  static func run(_ invocation: Invocation) throws -> ExitCode {
    let slug = try NewCommand.slug(invocation.operands[1])
    let week = try invocation.operands.dropFirst(2).first.map { try Week(operand: $0) }
    let folder = try ContentFolder(invocation.source)
    // A site without any report is none yet, so that it has no edition.
    guard try folder.files(below: "content/reports").contains(where: { $0.hasSuffix(".md") }) else {
      guard let week else {
        throw UsageError("there is no report yet; say which week this one is of, such as 2026-W14")
      }
      return try write(slug, week, ContentReader(folder: folder), invocation)
    }
    var loader = SiteLoader(invocation)
    guard let edition = try loader.edition() else {
      loader.report()
      return .contentWrong
    }
    let asked = week ?? edition.week
    try FrozenWeeks(folder).refuse(
      asked, orElse: "give a later week, or correct the report that is there")
    let known = Edition(library: edition.library, week: asked).find(slug)
    guard let report = known?.vendor.report, report.week < asked else {
      return try write(slug, asked, ContentReader(folder: folder), invocation)
    }
    let code = try NewCommand.write(
      String(decoding: report.file.bytes, as: UTF8.self), to: path(slug, asked), invocation)
    if !invocation.isQuiet {
      Terminal.note(
        "A copy of \(report.file.path), which is in force: update what changed, 'updated' first.\n")
    }
    return code
  }

  private static func path(_ slug: String, _ week: Week) -> String {
    "content/reports/\(week.text)/\(slug).md"
  }

  /// Writes a report without values.
  private static func write(
    _ slug: String, _ week: Week, _ reader: ContentReader, _ invocation: Invocation
  ) throws -> ExitCode {
    let names = try reader.categoryNames()
    let name = try Option.category(invocation, among: names)
    var log = Diagnostics()
    guard let category = try reader.category(name, into: &log) else {
      invocation.report(log)
      return .contentWrong
    }
    return try NewCommand.write(
      text(slug, category, isOnly: names.count == 1), to: path(slug, week), invocation)
  }

  static func text(_ slug: String, _ category: Category, isOnly: Bool) -> String {
    var text = "---\nname: \(slug)\n"
    if !isOnly { text += "category: \(category.slug.text)\n" }
    for group in category.groups {
      text +=
        "\(group.id):\n"
        + group.criteria.map { "  \($0.id):   # \($0.label), \($0.kind.rawValue)\n" }.joined()
    }
    return text + "pros: []\ncons: []\n---\n\n"
  }
}
