/// Returns a text as one line of Markdown, in which nothing becomes a mark.
package func markdownText(of text: String) -> String {
  var blocks = MarkdownBlocks()
  blocks.add(Array(text.utf8)[...])
  return String(blocks.finished().dropLast())
}
