import Diagnosing

/// Reads an editor's file for a pair.
struct ComparisonReader {
  static let keys = [
    "vendors", "title", "suffix", "author", "published", "updated", "answer", "cells", "criteria",
    "chooseIf", "useCases", "steps", "faq", "prompts", "related", "indexed",
  ]

  let file: SourceFile

  func read(into log: inout Diagnostics) -> ComparisonArticle? {
    guard file.isReadable(into: &log), let parts = MarkdownFile(file, into: &log) else {
      return nil
    }
    let errors = log.errorCount
    let parsed = YAML.parse(file, range: parts.yaml, into: &log)
    if parsed == nil, log.errorCount > errors { return nil }
    let top = SourceSpan(file: file, range: 0..<min(3, file.bytes.count))
    guard let pair = pair(into: &log) else { return nil }
    guard let parsed,
      let fields = Fields(parsed, "the comparison", keys: Self.keys, into: &log)
    else {
      log.report(.missingKey("vendors", at: top))
      return nil
    }
    checkVendors(fields, pair, into: &log)
    return ComparisonArticle(
      file: file, left: pair.left, right: pair.right,
      title: fields["title"]?.string("title", into: &log),
      suffix: fields["suffix"]?.string("suffix", into: &log),
      author: fields["author"]?.string("author", into: &log),
      published: fields["published"]?.date("published", into: &log),
      updated: fields["updated"]?.date("updated", into: &log),
      answer: fields["answer"]?.markdown("answer", into: &log),
      indexed: fields["indexed"]?.choice("indexed", of: ComparisonArticle.Indexing.self, into: &log)
        ?? .auto,
      body: parts.body)
  }

  /// The two slugs of the file name; the separator cannot be part of a slug.
  private func pair(into log: inout Diagnostics) -> (left: Slug, right: Slug)? {
    let name = file.path.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
    let slugs = String(name).split(on: "-vs-").map { Slug($0) }
    if slugs.count == 2, let left = slugs[0], let right = slugs[1], left < right {
      return (left, right)
    }
    log.report(.comparisonName(String(name), at: file.start))
    return nil
  }

  private func checkVendors(
    _ fields: Fields, _ pair: (left: Slug, right: Slug), into log: inout Diagnostics
  ) {
    guard let node = fields.required("vendors", into: &log) else { return }
    let names = node.items("vendors", into: &log).compactMap { $0.string("a vendor", into: &log) }
    if names.count != 2 || Set(names) != [pair.left.text, pair.right.text] {
      log.report(
        .invalidValue(
          "vendors", names.joined(separator: ", "),
          expected: "the pair of the file name, \(pair.left.text) and \(pair.right.text)",
          at: node.span))
    }
  }
}
