import System

/// The treatment of raw HTML where a site does not allow it.
enum RawHTML {
  enum Treatment {
    /// The tag is written without attributes; if it has some, they are reported.
    case tag(String)
    /// The HTML is shown as written.
    case text
    /// A comment, which nobody expects to see.
    case comment
    /// The HTML is not shown, and is reported.
    case hidden
  }

  /// A run of lines that cmark-gfm parses as a block of HTML.
  enum Block {
    /// The first tag is not one that begins a block, so the lines are a paragraph.
    case paragraph
    case comment
    case hidden

    init(_ literal: String) {
      if let tag = HTMLTag(String(literal.drop(while: \.isWhitespace))) {
        self = tag.meaning == .hidden && !HTMLTag.harmless.contains(tag.name) ? .hidden : .paragraph
      } else {
        self = RawHTML.isComment(literal) ? .comment : .hidden
      }
    }
  }

  /// Decides the treatment of each piece of raw HTML among the children of a node.
  ///
  /// A formatting tag is kept if its counterpart is among the same children. cmark-gfm nests nodes,
  /// so the tags that are kept are well nested.
  static func treatments(among parent: MarkdownNode) -> [MarkdownNode: Treatment] {
    var treatments: [MarkdownNode: Treatment] = [:]
    var open: [(name: String, node: MarkdownNode)] = []
    var count: [String: Int] = [:]
    for node in parent.children where node.kind == .htmlInline {
      let literal = node.literal
      guard let tag = HTMLTag(literal) else {
        treatments[node] = isComment(literal) ? .comment : .hidden
        continue
      }
      // A tag is text until its counterpart is found.
      treatments[node] = tag.meaning == .hidden ? .hidden : .text
      switch tag.meaning {
      case .hidden, .text: break
      case .lineBreak: if !tag.isClosing { treatments[node] = .tag("<br />") }
      case .format where !tag.isClosing:
        open.append((tag.name, node))
        count[tag.name, default: 0] += 1
      // Counting the open tags avoids futile searches.
      case .format where count[tag.name, default: 0] > 0:
        while let last = open.popLast() {
          count[last.name, default: 1] -= 1
          guard last.name == tag.name else { continue }
          treatments[last.node] = .tag("<\(tag.name)>")
          treatments[node] = .tag("</\(tag.name)>")
          break
        }
      case .format: break
      }
    }
    return treatments
  }

  /// Returns whether a text consists of comments and white space.
  private static func isComment(_ literal: String) -> Bool {
    var rest = literal.drop(while: \.isWhitespace)
    while rest.hasPrefix("<!--") {
      guard let end = rest.dropFirst(4).range(of: "-->") else { return false }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return rest.isEmpty
  }
}
