import System

/// Writes the main part of a page as Markdown: the text that readers see, with its headings,
/// tables, lists and links, and without controls, pictures and layout (S-19).
///
/// It reads the page that was made, so that both say the same whatever the templates are. What is
/// hidden from screen readers is left out, and what is for them alone is kept.
package struct PageMarkdown {
  /// The scheme and host, which addresses of the site get.
  private let origin: [UInt8]
  private let page: [UInt8]
  private var writer = MarkdownBlocks()
  /// The open elements, the innermost last.
  private var open: [Element] = []
  /// The number of elements around the one whose content is left out; nil where there is none.
  private var skipped: Int?
  /// The open lists; the number of the next item, nil in lists without numbers.
  private var lists: [Int?] = []

  private struct Element {
    let name: TagName
    let role: MarkdownRole
    /// Where the content begins.
    var start: MarkdownBlocks.Place?
    /// Where the address of a link stands in the page.
    var address: Range<Int>?
    /// Whether the element began an item of a list, or a table.
    var isBegun = false
  }

  /// Returns the Markdown of a page.
  ///
  /// - Parameter origin: the scheme and host of the site.
  package static func text(of page: [UInt8], origin: String) -> String {
    var markdown = PageMarkdown(page, origin: origin)
    var tokens = HTMLTokens(page, in: main(of: page))
    while let token = tokens.next() { markdown.read(token) }
    while !markdown.open.isEmpty { markdown.endLast() }
    return markdown.writer.finished()
  }

  private init(_ page: [UInt8], origin: String) {
    self.page = page
    self.origin = Array(origin.utf8)
  }

  /// The element `main`, or all of the body where there is none.
  private static func main(of page: [UInt8]) -> Range<Int> {
    guard let start = place(of: "<main", in: page, from: 0) else {
      return (place(of: "<body", in: page, from: 0) ?? 0)..<page.count
    }
    return start..<end(ofMainIn: page, from: start)
  }

  /// The end tag stands near the end of the page.
  private static func end(ofMainIn page: [UInt8], from start: Int) -> Int {
    var end = page.count
    while let found = page[start..<end].lastIndex(of: UInt8(ascii: "<")) {
      if page[found...].starts(with: "</main>".utf8) { return found }
      end = found
    }
    return page.count
  }

  private static func place(of tag: String, in page: [UInt8], from start: Int) -> Int? {
    var index = start
    while let found = page.firstIndex(of: UInt8(ascii: "<"), from: index) {
      if page[found...].starts(with: tag.utf8) { return found }
      index = found + 1
    }
    return nil
  }

  private mutating func read(_ token: HTMLTokens.Token) {
    switch token {
    case .text(let place):
      if skipped == nil { writer.add(HTMLReferences.decoded(page[place])) }
    case .open(let name, let place, let isClosed):
      let attributes = HTMLAttributes(of: page, in: place)
      var element = Element(name: name, role: MarkdownRole(ofElement: name))
      let isVoid = isClosed || element.role.isVoid
      if skipped == nil {
        if !element.role.isUnread, !attributes.areOfUnread {
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

  private mutating func endLast() {
    guard let element = open.popLast() else { return }
    guard let skipped else { return end(element) }
    if open.count == skipped { self.skipped = nil }
  }

  // MARK: Elements

  private mutating func begin(_ element: inout Element, _ attributes: HTMLAttributes) {
    switch element.role {
    case .block, .caption, .heading: writer.endBlock()
    case .list(let isNumbered):
      writer.endBlock()
      lists.append(isNumbered ? attributes.number(of: "start") ?? 1 : nil)
    case .item:
      element.isBegun = writer.beginItem(number: lists.last ?? nil)
      if let number = lists.last ?? nil { lists[lists.count - 1] = number &+ 1 }
    case .quote:
      writer.endBlock()
      element.isBegun = writer.beginQuote()
    case .term: writer.beginTerm()
    case .definition: writer.beginDefinition()
    case .codeBlock: writer.beginCode(isBlock: true)
    case .code: writer.beginCode(isBlock: false)
    case .table: element.isBegun = writer.beginTable()
    case .head: writer.markHeader()
    case .row: writer.beginRow()
    case .cell(let isHeader):
      let span = attributes.number(of: "colspan") ?? 1
      writer.beginCell(isHeader: isHeader, columns: min(max(span, 1), 100))
    case .lineBreak: writer.breakLine()
    case .rule: writer.addRule()
    case .picture: writer.add(attributes.value(of: "alt") ?? [])
    case .link: element.address = attributes.place(of: "href")
    case .inline, .mark, .control, .void: break
    }
    element.start = writer.place
  }

  private mutating func end(_ element: Element) {
    switch element.role {
    case .block, .definition: writer.endBlock()
    case .list:
      writer.endBlock()
      _ = lists.popLast()
    case .item, .quote: writer.endBlock(andLevel: element.isBegun)
    case .term: writer.endTerm()
    case .codeBlock: writer.endCodeBlock()
    case .caption: writer.endCaption()
    case .cell: writer.endCell()
    case .table: if element.isBegun { writer.endTable() }
    case .heading(let level): writer.endBlock(heading: level)
    case .code: if let start = element.start { writer.endCode(from: start) }
    case .mark(let mark):
      let mark = Array(mark.rawValue.utf8)
      if let start = element.start { writer.wrap(from: start, in: mark, mark) }
    case .link:
      guard let start = element.start, let place = element.address,
        let address = address(HTMLReferences.decoded(page[place]))
      else { return }
      writer.wrap(
        from: start, in: [UInt8(ascii: "[")],
        [UInt8(ascii: "]"), UInt8(ascii: "(")] + address + [UInt8(ascii: ")")])
    case .inline, .head, .row, .lineBreak, .rule, .picture, .control, .void: break
    }
  }

  /// Returns an address that holds outside the site; nil for a place on the page itself.
  private func address(_ written: ArraySlice<UInt8>) -> [UInt8]? {
    if written.isEmpty || written.first == UInt8(ascii: "#") { return nil }
    let isOfSite = written.starts(with: "/".utf8) && !written.starts(with: "//".utf8)
    var address = isOfSite ? origin : []
    if !written.contains(where: Self.endsAddress) { return address + written }
    for byte in written {
      if !Self.endsAddress(byte) {
        address.append(byte)
      } else if !(0x0a...0x0d).contains(byte) {
        address += Array("%\(String(byte, radix: 16, uppercase: true))".utf8)
      }
    }
    return address
  }

  /// Whether a byte would end an address in Markdown.
  private static func endsAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), 0x0a...0x0d:
      true
    default: false
    }
  }
}
