/// What an element of a page becomes in Markdown.
enum MarkdownRole {
  /// An element without a mark.
  case inline
  case block, item, quote, term, definition, codeBlock, code, table, head, row, caption
  case lineBreak, rule, picture, link
  case list(isNumbered: Bool)
  case cell(isHeader: Bool)
  case heading(Int)
  case mark(Mark)
  /// For using the page, not for reading it.
  case control(isVoid: Bool)
  /// Not shown, and without an end tag.
  case void

  /// What stands on both sides of an inline element.
  enum Mark: String { case strong = "**", emphasis = "*", deleted = "~~" }

  init(ofElement name: TagName) {
    self = Self.roles.first { $0.name == name }?.role ?? .inline
  }

  /// Whether the element has no end tag.
  var isVoid: Bool {
    switch self {
    case .void, .lineBreak, .rule, .picture, .control(isVoid: true): true
    default: false
    }
  }

  var isUnread: Bool { if case .control = self { true } else { false } }

  /// The common elements come first: a look at a few names takes less than hashing one.
  private static let roles: [(name: TagName, role: MarkdownRole)] = {
    let groups: [(MarkdownRole, [TagName])] = [
      (.link, ["a"]), (.inline, ["span", "bdi", "small", "time"]), (.item, ["li"]),
      (.cell(isHeader: false), ["td"]), (.cell(isHeader: true), ["th"]), (.row, ["tr"]),
      (
        .block,
        [
          "p", "div", "section", "article", "header", "footer", "figure", "figcaption", "details",
          "summary", "address", "aside", "main", "hgroup", "search", "dl",
        ]
      ),
      (.list(isNumbered: false), ["ul"]), (.list(isNumbered: true), ["ol"]),
      (.quote, ["blockquote"]), (.term, ["dt"]), (.definition, ["dd"]), (.codeBlock, ["pre"]),
      (.code, ["code", "kbd", "samp"]), (.table, ["table"]), (.head, ["thead"]),
      (.caption, ["caption"]),
      (.lineBreak, ["br"]), (.rule, ["hr"]), (.picture, ["img"]),
      (.mark(.strong), ["strong", "b"]), (.mark(.emphasis), ["em", "i"]),
      (.mark(.deleted), ["del", "s"]),
      (
        .control(isVoid: false),
        [
          "script", "style", "template", "noscript", "svg", "button", "select", "textarea", "label",
          "form", "nav", "dialog", "meter", "progress", "datalist", "iframe", "video", "audio",
          "object",
        ]
      ),
      (.control(isVoid: true), ["input"]),
      (.void, ["area", "base", "col", "embed", "link", "meta", "source", "track", "wbr"]),
    ]
    let headings = (1...6).map { (TagName("h\($0)".utf8), MarkdownRole.heading($0)) }
    return groups.flatMap { role, names in names.map { ($0, role) } } + headings
  }()
}
