import Content
import Diagnosing

/// The texts of new files. They say what to write where, and `check` warns of each `TODO:` that is
/// left.
enum Skeleton {
  static let site = """
    title: 'TODO: the name of the site'
    baseURL: https://example.org/   # the address at which it will be published
    language: en

    """

  static func author(_ slug: String) -> String {
    """
    name: \(title(of: slug))
    credentials: 'TODO: what qualifies the author, in a few words'
    bio: 'TODO: a paragraph about the author'
    url:   # the author's own page, if there is one

    """
  }

  static func page(_ slug: String) -> String {
    """
    ---
    title: \(title(of: slug))
    description: 'TODO: what the page is about, in a sentence'
    ---
    TODO: the text, in Markdown

    """
  }

  static func prompt(_ slug: String) -> String {
    """
    ---
    title: \(title(of: slug))
    prompt: |
      TODO: the prompt, word for word
    system: null   # the system prompt, if there was one
    date:          # when the answers were given, such as 2026-03-30
    answers: []    # - { vendor: SLUG, model: NAME, text: THE ANSWER, WORD FOR WORD }
    ---

    """
  }

  static func correction(of page: String, _ date: String) -> String {
    """
    - date: \(date)
      page: \(page)
      wrong: 'TODO: what the page said'
      right: 'TODO: what is true'

    """
  }

  static func category(_ slug: String) -> String {
    """
    title: \(title(of: slug))
    headline: scores.overall   # the criterion that ranks, and decides who wins
    groups:                    # each is a table of the comparison
      scores:
        title: Scores
        criteria:              # 'versus help keys category' lists the kinds
          overall: { label: Overall, kind: score, max: 100 }

    """
  }

  /// The usage `versus new comparison A B`.
  static func newComparison(_ invocation: Invocation) throws -> ExitCode {
    let pair = try invocation.operands.dropFirst().map { try NewCommand.slug($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if pair.first == pair.last { throw UsageError("a vendor is not compared with itself") }
    let name = pair.joined(separator: SlugPair.separator)
    let reasons = pair.map { "  \($0): 'TODO: when to choose it'\n" }.joined()
    let text = """
      ---
      vendors: [\(pair.joined(separator: ", "))]   # in the order of display
      author:         # the name of a file in content/authors/
      published:      # such as 2026-04-01
      answer: 'TODO: the direct answer in one paragraph, which stands first'
      chooseIf:
      \(reasons)faq:
        - question: 'TODO: what readers ask'
          answer: 'TODO: the answer'
      indexed: auto   # or 'always', 'never'
      ---
      TODO: the article, in Markdown

      """
    return try NewCommand.write(text, to: "content/comparisons/\(name).md", invocation)
  }

  /// The words of a slug as a title.
  private static func title(of slug: String) -> String {
    slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
