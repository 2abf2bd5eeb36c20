/// Tracks the HTML around the values of a template, as far as escaping depends on it.
///
/// Modelled on Go's html/template: literal text drives a small state machine, and each value is
/// escaped for the state in which it appears.
struct HTMLContext: Sendable, Hashable {
  enum State: Sendable, Hashable {
    case text, tagName, tag, attributeName, afterName, beforeValue, value, afterValue, unquoted
    case comment, declaration, element, json
  }

  /// A mistake in literal text that no value can correct.
  enum Problem: Sendable, Hashable {
    case repeatedAttribute(String)
    /// An attribute's closing quote is followed by neither a space nor the end of the tag.
    case textBehindQuote(String)
    /// An address continues after a branch in which its scheme is not settled.
    case openAddress
    /// `<!--` in a script, which changes where the script ends.
    case commentInScript
    /// A value in the `content` of a `<meta>` whose `http-equiv`, which names the header, comes
    /// later.
    case valueBeforeHeader
  }

  private(set) var state = State.text
  private var quote: UInt8 = 0
  private var name = ""
  private(set) var attribute = ""
  /// The attributes of the open tag so far.
  private var attributes: Set<String> = []
  /// The kind of the open attribute.
  private(set) var kind = AttributeKind.text
  private var address = AddressState.start
  /// The text of the open attribute, recorded only if it affects the meaning of other attributes.
  private var kept = ""
  /// The value of the `<link>`'s `rel`, if it precedes the address.
  private var rel = ""
  /// Whether the `content` of the open `<meta>` contains a value.
  private var hasContentValue = false
  /// The element whose end tag ends the raw text.
  private var rawElement = ""
  private var isClosing = false
  private var isJSONScript = false
  private var isInString = false
  private var isEscaped = false
  private var recent: [UInt8] = []

  /// Whether the position is outside all tags, where a template must begin and end.
  var isAtRest: Bool { self == HTMLContext() }

  private var isKept: Bool {
    name == "script" && attribute == "type" || name == "link" && attribute == "rel"
  }
}

// MARK: Values

extension HTMLContext {
  /// How a value may be used at a position.
  enum Rule: Sendable {
    case escaped(Place)
    /// An address, checked together with the literal text before and after it.
    case address(isResource: Bool, literal: [UInt8])
    /// Only a number, or the template's own words.
    case ownWords(String)
    case refused(String)
  }

  var rule: Rule {
    switch state {
    case .text: .escaped(.text)
    case .element:
      ["title", "textarea"].contains(rawElement)
        ? .escaped(.plainElement)
        : .refused(Self.refusal(inside: rawElement))
    case .json: .escaped(isInString ? .jsonString : .json)
    case .value: valueRule
    case .unquoted, .beforeValue:
      .refused("in an attribute without quotes; write quotes around the whole value")
    case .comment: .refused(#"inside a comment; \(// … ) is a comment that may hold anything"#)
    case .tagName, .declaration: .refused("in the name of a tag")
    case .tag, .attributeName, .afterName, .afterValue:
      .refused("among the attributes of a tag, outside of quotes")
    }
  }

  /// Returns why no value may appear inside an element, and what to do instead.
  static func refusal(inside element: String) -> String {
    insideElement[element] ?? "inside <\(element)>"
  }

  private static let insideElement = [
    "script": #"inside <script>; give it to the script in a data attribute or in a "#
      + #"<script type="application/json">, or write \\( for the two characters"#,
    "style":
      #"inside <style>; set it in the attribute 'style', choose a class, or write \\( for the "#
      + "two characters",
  ]

  private var valueRule: Rule {
    switch kind {
    case .text: return .escaped(.attribute)
    case .refused:
      let remedy = attribute.hasPrefix("on") ? "; give it to a script in a data attribute" : ""
      return .refused("in the attribute '\(attribute)'" + remedy)
    case .code: return .ownWords(attribute)
    case .link, .resource: break
    }
    switch address {
    case .decided: return .escaped(.attribute)
    case .refused(let reason): return .refused(reason)
    case .judged, .judgedSlash:
      return .refused("in an address that goes on behind a branch; write all of it in each branch")
    case .literal(let literal):
      if AddressState.opensHost(literal) {
        return .refused("in the host of an address that the browser loads by itself")
      }
      let isOnSite = literal.contains(where: AddressState.isSlash)
      return .address(isResource: kind == .resource || isOnSite, literal: literal)
    }
  }

  /// Records that a value was written at this position.
  mutating func passValue() {
    guard state == .value else { return }
    if isKept { kept += "/" }
    if name == "meta", attribute == "content" { hasContentValue = true }
  }

  /// Records the state of an address after values that begin it.
  mutating func passAddress(_ state: AddressState) { address = state }

  /// The quote that ends the open attribute.
  var closingQuote: UInt8 { quote }
}

// MARK: Branches

extension HTMLContext {
  /// Returns a context that is safe after either of two branches; nil if the branches are too
  /// different to tell how a value may be used.
  func merged(with other: HTMLContext) -> HTMLContext? {
    var (left, right) = (self, other)
    left.attributes.formUnion(other.attributes)
    right.attributes = left.attributes
    if left.state == .value, right.state == .value, left.kind == right.kind {
      left.address = left.address.merged(with: right.address)
      right.address = left.address
    }
    return left == right ? left : nil
  }
}

// MARK: Literal text

extension HTMLContext {
  mutating func pass(_ byte: UInt8) -> Problem? {
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { (state, name, isClosing) = (.tagName, "", false) }
    case .tagName: passTagName(byte)
    case .declaration: if byte == UInt8(ascii: ">") { self = HTMLContext() }
    case .comment: passComment(byte)
    case .tag: return passTag(byte)
    case .afterValue:
      let isApart = isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      state = .tag
      let problem = isApart ? nil : Problem.textBehindQuote(attribute)
      attribute = ""
      return passTag(byte) ?? problem
    case .attributeName, .afterName: return passAttributeName(byte)
    case .beforeValue: passBeforeValue(byte)
    case .value: return passValue(byte)
    case .unquoted:
      if byte == UInt8(ascii: ">") { endTag() } else if isSpace(byte) { state = .tag }
    case .element, .json: return passRaw(byte)
    }
    return nil
  }

  private mutating func passTagName(_ byte: UInt8) {
    if name.isEmpty, byte == UInt8(ascii: "/") {
      isClosing = true
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if isSpace(byte) || byte == UInt8(ascii: "/") {
      guard !name.isEmpty else { self = HTMLContext(); return }
      state = name.hasPrefix("!") ? .declaration : .tag
    } else if name.isEmpty, !isLetter(byte), byte != UInt8(ascii: "!") {
      // "<3" is text, not a tag.
      self = HTMLContext()
    } else {
      name.unicodeScalars.append(Unicode.Scalar(lowered(byte)))
      // `<!-->` and `<!--->` are complete comments, so the dashes count as opening and closing
      // ones.
      if name == "!--" { (state, recent) = (.comment, Array("--".utf8)) }
    }
  }

  private mutating func passComment(_ byte: UInt8) {
    recent = recent.suffix(3) + [byte]
    guard recent.ends(with: "-->") || recent.ends(with: "--!>") else { return }
    (state, name, recent) = (.text, "", [])
  }

  private mutating func passTag(_ byte: UInt8) -> Problem? {
    if byte == UInt8(ascii: ">") {
      endTag()
    } else if !isSpace(byte), byte != UInt8(ascii: "/") {
      state = .attributeName
      attribute = String(Unicode.Scalar(lowered(byte)))
    }
    return nil
  }

  private mutating func passAttributeName(_ byte: UInt8) -> Problem? {
    var problem: Problem?
    if byte == UInt8(ascii: "=") {
      problem = endName()
      state = .beforeValue
    } else if byte == UInt8(ascii: ">") {
      problem = endName()
      endTag()
    } else if byte == UInt8(ascii: "/") {
      problem = endName()
      (state, attribute) = (.tag, "")
    } else if isSpace(byte) {
      state = .afterName
    } else if state == .afterName {
      problem = endName()
      state = .attributeName
      attribute = String(Unicode.Scalar(lowered(byte)))
    } else {
      attribute.unicodeScalars.append(Unicode.Scalar(lowered(byte)))
    }
    return problem
  }

  /// Ends an attribute's name. When a name occurs twice, browsers use the first attribute.
  private mutating func endName() -> Problem? {
    let isNew = attributes.insert(attribute).inserted
    if !isNew { return .repeatedAttribute(attribute) }
    let isHeader = name == "meta" && attribute == "http-equiv"
    return isHeader && hasContentValue ? .valueBeforeHeader : nil
  }

  private mutating func passBeforeValue(_ byte: UInt8) {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      (state, quote, kept, address) = (.value, byte, "", .start)
      kind = AttributeKind(attribute, on: name, rel: rel)
      let isHeader = name == "meta" && attribute == "content" && attributes.contains("http-equiv")
      if isHeader { kind = .refused }
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if !isSpace(byte) {
      state = .unquoted
    }
  }

  private mutating func passValue(_ byte: UInt8) -> Problem? {
    if byte == quote {
      endAttribute()
    } else if kind.isAddress {
      guard let next = address.passing(byte, isResource: kind == .resource) else {
        address = .decided
        return .openAddress
      }
      address = next
    } else if isKept {
      kept.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return nil
  }

  private mutating func endAttribute() {
    if name == "script", attribute == "type" {
      isJSONScript = ["application/ld+json", "application/json"].contains(kept.lowercased())
    }
    if name == "link", attribute == "rel" { rel = kept.lowercased() }
    // Equal positions must be equal states, whatever text led to them.
    (state, kept, quote, kind, address) = (.afterValue, "", 0, .text, .start)
  }

  private mutating func endTag() {
    let opens = !isClosing && AttributeTable.rawElements.contains(name)
    let isJSON = name == "script" && isJSONScript
    let element = opens ? name : ""
    self = HTMLContext()
    rawElement = element
    if opens { state = isJSON ? .json : .element }
  }

  private mutating func passRaw(_ byte: UInt8) -> Problem? {
    if state == .json {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isInString
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      }
    }
    // An end tag is `</`, the name, and a byte that ends a name.
    let isEnd = recent.elementsEqual("</\(rawElement)".utf8)
    if isEnd, isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      let element = rawElement
      self = HTMLContext()
      if byte != UInt8(ascii: ">") { (state, name, isClosing) = (.tag, element, true) }
      return nil
    }
    recent = byte == UInt8(ascii: "<") ? [byte] : recent.isEmpty ? [] : recent + [lowered(byte)]
    let isComment = rawElement == "script" && recent.elementsEqual("<!--".utf8)
    if recent.count > rawElement.utf8.count + 2 || isComment { recent = [] }
    return isComment ? .commentInScript : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0a, 0x0c, 0x0d: true
    default: false
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(lowered(byte)) }

  private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
