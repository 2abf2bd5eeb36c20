import System

/// Writes the main part of a page as Markdown: the text that readers see, with its headings,
/// tables, lists and links, and without controls, pictures and layout (S-19).
///
/// It reads the page that was made, so that both say the same whatever the templates are. What is
/// hidden from screen readers is left out, and what is for them alone is kept.
package struct PageMarkdown {
  /// The scheme and host, which addresses of the site get.
  private let origin: String
  private var writer = MarkdownBlocks()
  /// The open elements, the innermost last.
  private var open: [Element] = []
  /// The number of elements around the one whose content is left out; nil where there is none.
  private var skipped: Int?
  /// The open lists; the number of the next item, nil in lists without numbers.
  private var lists: [Int?] = []

  private struct Element {
    let name: String
    /// Where the content of an inline element begins.
    var start: MarkdownBlocks.Place?
    var address: String?
    /// Whether the element began an item of a list.
    var isItem = false
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// Elements for using the page, not for reading it.
  private static let unread: Set<String> = [
    "script", "style", "template", "noscript", "svg", "button", "select", "input", "textarea",
    "label",
    "form", "nav", "dialog", "meter", "progress", "datalist", "iframe", "video", "audio", "object",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "header", "footer", "figure", "figcaption", "details",
    "summary", "address", "aside", "main", "hgroup", "search", "dl", "ul", "ol", "blockquote",
    "caption",
  ]
  private static let marks = [
    "strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~",
  ]
  private static let codes: Set<String> = ["code", "kbd", "samp"]
  private static let headings = ["h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6]

  /// Returns the Markdown of a page.
  ///
  /// - Parameter origin: the scheme and host of the site.
  package static func text(of page: [UInt8], origin: String) -> String {
    var markdown = PageMarkdown(origin: origin)
    for token in HTMLTokens(main(of: page)) { markdown.read(token) }
    while !markdown.open.isEmpty { markdown.endLast() }
    return markdown.writer.finished()
  }

  private init(origin: String) { self.origin = origin }

  /// The element `main`, or all of the body where there is none.
  private static func main(of page: [UInt8]) -> ArraySlice<UInt8> {
    guard let start = place(of: "<main", in: page, from: 0) else {
      return page[(place(of: "<body", in: page, from: 0) ?? 0)...]
    }
    return page[start..<(place(of: "</main>", in: page, from: start) ?? page.count)]
  }

  private static func place(of tag: String, in page: [UInt8], from start: Int) -> Int? {
    let mark = Array(tag.utf8)
    var index = start
    while let found = page.firstIndex(of: UInt8(ascii: "<"), from: index) {
      if page[found...].starts(with: mark) { return found }
      index = found + 1
    }
    return nil
  }

  private mutating func read(_ token: HTMLTokens.Token) {
    switch token {
    case .text(let bytes):
      if skipped == nil { writer.add(HTMLTokens.decoded(bytes)) }
    case .open(let name, let attributes, let isClosed):
      let isVoid = isClosed || Self.void.contains(name)
      var element = Element(name: name)
      if skipped == nil {
        if !Self.isUnread(name, attributes) {
          begin(&element, attributes)
        } else if !isVoid {
          skipped = open.count
        }
      }
      if !isVoid { open.append(element) }
    case .close(let name):
      guard let place = open.lastIndex(where: { $0.name == name }) else { return }
      while open.count > place { endLast() }
    }
  }

  private static func isUnread(_ name: String, _ attributes: ArraySlice<UInt8>) -> Bool {
    if unread.contains(name) { return true }
    if attributes.isEmpty { return false }
    return HTMLTokens.value(of: "hidden", in: attributes) != nil
      || HTMLTokens.value(of: "aria-hidden", in: attributes) == "true"
      || HTMLTokens.value(of: "role", in: attributes) == "toolbar"
  }

  private mutating func endLast() {
    guard let element = open.popLast() else { return }
    guard let skipped else { return end(element) }
    if open.count == skipped { self.skipped = nil }
  }

  // MARK: Elements

  private mutating func begin(_ element: inout Element, _ attributes: ArraySlice<UInt8>) {
    let name = element.name
    if Self.blocks.contains(name) { writer.endBlock() }
    switch name {
    case "ul": lists.append(nil)
    case "ol": lists.append(HTMLTokens.value(of: "start", in: attributes).flatMap { Int($0) } ?? 1)
    case "li":
      element.isItem = writer.beginItem(number: lists.last ?? nil)
      if let number = lists.last ?? nil { lists[lists.count - 1] = number &+ 1 }
    case "blockquote": element.isItem = writer.beginQuote()
    case "dt": writer.beginTerm()
    case "dd": writer.beginDefinition()
    case "pre": writer.beginCode(isBlock: true)
    case "table": element.isItem = writer.beginTable()
    case "thead": writer.markHeader()
    case "tr": writer.beginRow()
    case "th", "td":
      let span = HTMLTokens.value(of: "colspan", in: attributes).flatMap { Int($0) } ?? 1
      writer.beginCell(isHeader: name == "th", columns: min(max(span, 1), 100))
    case "br": writer.breakLine()
    case "hr": writer.addRule()
    case "img": writer.add(HTMLTokens.value(of: "alt", in: attributes) ?? "")
    case "a":
      element.address = HTMLTokens.value(of: "href", in: attributes).flatMap(address)
      element.start = writer.place
    default:
      if Self.headings[name] != nil { writer.endBlock() }
      if Self.codes.contains(name) { writer.beginCode(isBlock: false) }
      element.start = writer.place
    }
  }

  private mutating func end(_ element: Element) {
    let name = element.name
    switch name {
    case "ul", "ol":
      writer.endBlock()
      _ = lists.popLast()
    case "li", "blockquote": writer.endBlock(andLevel: element.isItem)
    case "dt": writer.endTerm()
    case "dd": writer.endBlock()
    case "pre": writer.endCodeBlock()
    case "caption": writer.endCaption()
    case "th", "td": writer.endCell()
    case "table": if element.isItem { writer.endTable() }
    case "a":
      if let start = element.start, let address = element.address {
        writer.wrap(from: start, in: "[", "](\(address))")
      }
    default:
      if let level = Self.headings[name] {
        writer.endBlock(heading: level)
      } else if Self.blocks.contains(name) {
        writer.endBlock()
      } else if let mark = Self.marks[name], let start = element.start {
        writer.wrap(from: start, in: mark, mark)
      } else if Self.codes.contains(name), let start = element.start {
        writer.endCode(from: start)
      }
    }
  }

  /// Returns an address that holds outside the site; nil for a place on the page itself.
  private func address(_ written: String) -> String? {
    if written.isEmpty || written.hasPrefix("#") { return nil }
    let isOfSite = written.hasPrefix("/") && !written.hasPrefix("//")
    let whole = isOfSite ? origin + written : written
    return whole.map { character in
      switch character {
      case " ": "%20"
      case "(": "%28"
      case ")": "%29"
      case "<": "%3C"
      case ">": "%3E"
      case "|": "%7C"
      case _ where character.isNewline: ""
      default: String(character)
      }
    }.joined()
  }
}
