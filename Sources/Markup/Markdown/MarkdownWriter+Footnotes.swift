/// Footnotes: a number in the text, and a list at the end with ways back.
extension MarkdownWriter {
  struct FootnoteState {
    /// The label of each footnote, in the order of their numbers.
    private(set) var labels: [String] = []
    /// How often each is referred to in all, and up to here.
    private(set) var total: [Int] = []
    private var current: [Int] = []
    /// How many definitions are written.
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

    /// The text of a reference is the number of its definition.
    func index(of reference: MarkdownNode) -> Int? {
      Int(reference.literal).flatMap { labels.indices.contains($0 - 1) ? $0 - 1 : nil }
    }

    /// How many references to the same definition there are up to this one.
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

  /// A link back to each place that refers to the footnote that is being written.
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

  /// The label of the footnote that is being written.
  private var label: String { footnotes.labels[footnotes.written - 1] }
}
