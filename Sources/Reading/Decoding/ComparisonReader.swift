import Content
import Diagnosing
import Markup
import System

/// Reads an editor's file about a pair.
struct ComparisonReader {
  static let keys = ComparisonKeys.all

  let file: SourceFile
  let names: ContentNames

  func read(into log: inout Diagnostics) -> ComparisonArticle? {
    guard let (root, body) = file.frontMatter(required: "vendors", into: &log),
      let pair = pair(into: &log),
      let fields = Fields(root, "the comparison", keys: Self.keys, into: &log)
    else { return nil }
    return article(fields, of: pair, body, into: &log)
  }

  private func article(
    _ fields: Fields, of pair: (left: Slug, right: Slug), _ body: Markdown,
    into log: inout Diagnostics
  ) -> ComparisonArticle {
    let sides = [pair.left.text, pair.right.text]
    let cells = fields["cells"].flatMap { Fields($0, "cells", keys: sides, into: &log) }
    let choose = fields["chooseIf"].flatMap { Fields($0, "chooseIf", keys: sides, into: &log) }
    var article = ComparisonArticle(file: file, left: pair.left, right: pair.right, body: body)
    article.isSwapped = isSwapped(fields, pair, into: &log)
    article.title = fields["title"]?.located("title", into: &log)
    article.suffix = fields["suffix"]?.string("suffix", into: &log)
    article.author = fields["author"]?.located("author", into: &log)
    article.published = fields["published"]?.date("published", into: &log)
    article.updated = fields["updated"]?.date("updated", into: &log)
    article.answer = fields["answer"]?.markdown("answer", into: &log)
    article.leftCells = self.cells(cells, of: pair.left, into: &log)
    article.rightCells = self.cells(cells, of: pair.right, into: &log)
    article.criteria = ArticlePartsReader.criteria(fields["criteria"], into: &log)
    article.chooseLeft = choose?[pair.left.text]?.markdown("chooseIf", into: &log)
    article.chooseRight = choose?[pair.right.text]?.markdown("chooseIf", into: &log)
    article.useCases = ArticlePartsReader.useCases(fields["useCases"], into: &log)
    article.steps = ArticlePartsReader.steps(fields["steps"], into: &log)
    article.questions = ArticlePartsReader.questions(fields["faq"], into: &log)
    article.prompts = fields["prompts"]?.locatedItems("prompts", into: &log) ?? []
    article.related = fields["related"]?.locatedItems("related", into: &log) ?? []
    article.aliases = fields["aliases"]?.aliases(into: &log) ?? []
    if let indexed = fields["indexed"]?.choice(
      "indexed", of: ComparisonArticle.Indexing.self, into: &log)
    {
      article.indexed = indexed
    }
    return article
  }

  /// Returns the two slugs of the file name.
  private func pair(into log: inout Diagnostics) -> (left: Slug, right: Slug)? {
    let name = file.path.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
    if let pair = SlugPair.slugs(of: String(name)), pair.0 < pair.1 { return pair }
    log.report(.comparisonName(String(name), at: file.start))
    return nil
  }

  /// Returns whether `vendors` names the pair in the reverse order of the file name.
  private func isSwapped(
    _ fields: Fields, _ pair: (left: Slug, right: Slug), into log: inout Diagnostics
  ) -> Bool {
    guard let node = fields.required("vendors", into: &log) else { return false }
    let names = node.texts("vendors", into: &log)
    if names.count != 2 || Set(names) != [pair.left.text, pair.right.text] {
      log.report(
        .invalidValue(
          "vendors", names.joined(separator: ", "),
          expected: "the pair of the file name, \(pair.left.text) and \(pair.right.text)",
          at: node.span))
    }
    return names.first == pair.right.text
  }

  /// Reads the cells of one vendor. Without a category, nothing defines the cells; the missing
  /// category is reported elsewhere.
  private func cells(
    _ fields: Fields?, of vendor: Slug, into log: inout Diagnostics
  ) -> [CriterionIndex: Cell] {
    guard let node = fields?[vendor.text], let known = names.vendors[vendor.text],
      let category = known.category
    else { return [:] }
    return PairCellReader(category: category, offerings: known.offerings)
      .read(node, vendor.text, into: &log)
  }
}
