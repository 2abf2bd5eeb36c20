/// Footnotes: a number in the text, and a list at the end with links back.
extension MarkdownWriter {
  struct FootnoteState {
    /// The label of each footnote, in the order of the numbers.
    private(set) var labels: [String] = []
    /// The number of references to each footnote, in total and so far.
    private(set) var total: [Int] = []
    private var current: [Int] = []
    /// The number of definitions written so far.
    fileprivate(set) var written = 0
    fileprivate var hasReturns = false

    init() {}

    init(_ root: MarkdownNode) {
      labels = root.children.filter { $0.kind == .footnoteDefinition }.map(\.literal)
      if labels.isEmpty { return }
      total = labels.map { _ in 0 }
      current = total
      root.walk { event, node in
        guard event == .enter, node.kind == .footnoteReference else { return }
        if let index = index(of: node) { total[index] += 1 }
      }
    }

    /// Returns the footnote of a reference, whose text is the number of its definition.
    func index(of reference: MarkdownNode) -> Int? {
      Int(reference.literal).flatMap { labels.indices.contains($0 - 1) ? $0 - 1 : nil }
    }

    /// Counts a reference, and returns the number of references to its footnote so far.
    mutating func count(_ index: Int) -> Int {
      current[index] += 1
      return current[index]
    }
  }

  mutating func writeFootnoteReference(_ node: MarkdownNode) {
    guard let index = footnotes.index(of: node) else { return putContent(node.literal) }
    let label = footnotes.labels[index]
    let number = footnotes.count(index)
    put("<sup class=\"footnote-ref\"><a")
    putAttribute("href", address: "#fn-\(label)")
    putAttribute("id", address: number == 1 ? "fnref-\(label)" : "fnref-\(label)-\(number)")
    put(" data-footnote-ref>\(index + 1)</a></sup>")
  }

  mutating func enterFootnote() {
    if footnotes.written == 0 {
      putLine("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    }
    footnotes.hasReturns = false
    footnotes.written += 1
    put("<li")
    putAttribute("id", address: "fn-\(label)")
    put(">\n")
  }

  mutating func exitFootnote() {
    if !footnotes.hasReturns {
      putFootnoteReturns()
      put("\n")
    }
    put("</li>\n")
  }

  /// Writes a link back to each reference to the current footnote.
  mutating func putFootnoteReturns() {
    if footnotes.hasReturns || footnotes.written == 0 { return }
    footnotes.hasReturns = true
    let label = label
    for number in 1...max(1, footnotes.total[footnotes.written - 1]) {
      put(number == 1 ? "<a" : " <a")
      putAttribute("href", address: number == 1 ? "#fnref-\(label)" : "#fnref-\(label)-\(number)")
      put(" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      put(number == 1 ? "</a>" : "<sup class=\"footnote-ref\">\(number)</sup></a>")
    }
  }

  /// The label of the current footnote.
  private var label: String { footnotes.labels[footnotes.written - 1] }
}
