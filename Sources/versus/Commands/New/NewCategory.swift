import Diagnosing
import Importing
import Reading

/// The command `versus new category NAME`.
enum NewCategory {
  static func run(_ invocation: Invocation) throws -> ExitCode {
    let slug = try NewCommand.slug(invocation.operands[1])
    let others = try ContentReader(folder: ContentFolder(invocation.source)).categoryNames()
    guard let text = try text(slug, invocation) else { return .contentWrong }
    let code = try NewCommand.write(text, in: "categories", invocation)
    if others.count == 1, let other = others.first, !invocation.isQuiet {
      Terminal.note(
        "With two categories, each report names its own: write 'category: \(other)' into those "
          + "that are there.\n")
    }
    return code
  }

  /// Returns the text of the category; nil if the table is wrong, which is reported.
  private static func text(_ slug: String, _ invocation: Invocation) throws -> String? {
    guard let path = invocation[.table] else { return Skeleton.category(slug) }
    var log = Diagnostics()
    let file = try TableFile.table(path, number: 1)
    guard let guess = CategoryGuess(file, title: slug, into: &log) else {
      invocation.report(log)
      return nil
    }
    return guess.text
  }
}
