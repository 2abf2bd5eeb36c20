import Diagnosing
import Importing

/// The command `versus new category NAME`.
enum NewCategory {
  static func run(_ invocation: Invocation) throws -> ExitCode {
    let slug = try NewCommand.slug(invocation.operands[1])
    guard let path = invocation[.table] else {
      return try NewCommand.write(example(slug), in: "categories", invocation)
    }
    var log = Diagnostics()
    let file = try TableFile.table(path, number: 1)
    guard let guess = CategoryGuess(file, title: slug, into: &log) else {
      invocation.report(log)
      return .contentWrong
    }
    return try NewCommand.write(guess.text, in: "categories", invocation)
  }

  private static func example(_ slug: String) -> String {
    """
    title: \(slug)
    headline: scores.overall
    groups:
      scores:
        title: Scores
        criteria:
          overall: { label: Overall, kind: score, max: 100 }

    """
  }
}
