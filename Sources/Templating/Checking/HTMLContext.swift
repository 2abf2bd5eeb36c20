/// Follows the HTML around the values of a template, as far as escaping depends on it.
///
/// After Go's html/template: the literal text drives a small state machine, and each value is
/// escaped for the state it stands in.
struct HTMLContext: Sendable, Hashable {
  enum State: Sendable, Hashable {
    case text, tagName, tag, attributeName, afterName, beforeValue, value, unquoted
    case comment, declaration, element, json
  }

  private(set) var state = State.text
  private var quote: UInt8 = 0
  private var name = ""
  private var attribute = ""
  /// What the attribute's value begins with, to know whether a scheme is still open.
  private var prefix = ""
  /// What a `<link>` says it is, if that stands before its address.
  private var rel = ""
  /// The element whose end ends the raw text.
  private var rawElement = ""
  private var isClosing = false
  private var isJSONScript = false
  private var isInString = false
  private var isEscaped = false
  private var recent: [UInt8] = []

  private static let linkAttributes: Set<String> = ["href", "action", "formaction", "cite", "ping"]
  private static let resourceAttributes: Set<String> = ["src", "poster", "data", "background"]
  private static let refusedAttributes: Set<String> = ["style", "srcdoc", "srcset", "imagesrcset"]

  /// What a value here must be escaped for, or why none may stand here.
  var place: Result<Place, Refusal> {
    switch state {
    case .text: return .success(.text)
    case .element:
      return ["title", "textarea"].contains(rawElement)
        ? .success(.plainElement) : .failure(Refusal("inside <\(rawElement)>"))
    case .json: return .success(isInString ? .jsonString : .json)
    case .value: return valuePlace
    case .unquoted, .beforeValue: return .failure(Refusal("in an attribute without quotes"))
    case .comment: return .failure(Refusal("inside a comment"))
    case .tagName, .declaration: return .failure(Refusal("in the name of a tag"))
    case .tag, .attributeName, .afterName:
      return .failure(Refusal("among the attributes of a tag, outside of quotes"))
    }
  }

  struct Refusal: Error, Sendable {
    let description: String
    init(_ text: String) { description = text }
  }

  private var valuePlace: Result<Place, Refusal> {
    if attribute.hasPrefix("on") || Self.refusedAttributes.contains(attribute) {
      return .failure(Refusal("in the attribute '\(attribute)'"))
    }
    guard isLink || isResource else { return .success(.attribute) }
    if prefix.isEmpty { return .success(isResource ? .resource : .link) }
    // Behind a slash, a query or a fragment no scheme can begin any more.
    if prefix.contains(where: { "/?#".contains($0) }) { return .success(.attribute) }
    return .failure(Refusal("in an address behind '\(prefix)', where it could name another scheme"))
  }

  private var isLink: Bool {
    Self.linkAttributes.contains(attribute) || attribute.hasSuffix(":href")
  }

  /// What the browser loads by itself; of `<link>` all but what only points somewhere.
  private var isResource: Bool {
    Self.resourceAttributes.contains(attribute)
      || (attribute == "href" && name == "link"
        && !["canonical", "alternate", "next", "prev"].contains(rel))
  }

  /// Only addresses and the type of a script depend on what stands before a value. For all other
  /// attributes it is not kept, so that branches with different text are in one state.
  private var isPrefixNeeded: Bool {
    isLink || isResource || (name == "script" && attribute == "type")
      || (name == "link" && attribute == "rel")
  }

  /// A value was written here.
  mutating func passValue() {
    if state == .value, isPrefixNeeded { prefix += "/" }
  }

  mutating func pass(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { pass(byte) }
  }

  private mutating func pass(_ byte: UInt8) {
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { (state, name, isClosing) = (.tagName, "", false) }
    case .tagName: passTagName(byte)
    case .declaration: if byte == UInt8(ascii: ">") { state = .text }
    case .comment: passComment(byte)
    case .tag: passTag(byte)
    case .attributeName, .afterName: passAttributeName(byte)
    case .beforeValue:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        (state, quote, prefix) = (.value, byte, "")
      } else if byte == UInt8(ascii: ">") {
        endTag()
      } else if !isSpace(byte) {
        state = .unquoted
      }
    case .value:
      if byte == quote {
        endAttribute()
      } else if isPrefixNeeded {
        prefix.unicodeScalars.append(Unicode.Scalar(byte))
      }
    case .unquoted:
      if byte == UInt8(ascii: ">") { endTag() } else if isSpace(byte) { state = .tag }
    case .element, .json: passRaw(byte)
    }
  }

  private mutating func passTagName(_ byte: UInt8) {
    if name.isEmpty, byte == UInt8(ascii: "/") {
      isClosing = true
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if isSpace(byte) || byte == UInt8(ascii: "/") {
      if name.isEmpty { state = .text } else { state = .tag }
      isJSONScript = false
    } else if name.isEmpty, !isLetter(byte), byte != UInt8(ascii: "!") {
      // "<3" is text.
      state = .text
    } else {
      name.unicodeScalars.append(Unicode.Scalar(lowered(byte)))
      if name == "!--" { (state, recent) = (.comment, []) }
    }
  }

  private mutating func passComment(_ byte: UInt8) {
    recent = recent.suffix(2) + [byte]
    if recent.elementsEqual("-->".utf8) { state = .text }
  }

  private mutating func passTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      endTag()
    } else if !isSpace(byte), byte != UInt8(ascii: "/") {
      state = .attributeName
      attribute = String(Unicode.Scalar(lowered(byte)))
    }
  }

  private mutating func passAttributeName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      state = .beforeValue
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if byte == UInt8(ascii: "/") {
      state = .tag
    } else if isSpace(byte) {
      state = .afterName
    } else if state == .afterName {
      state = .attributeName
      attribute = String(Unicode.Scalar(lowered(byte)))
    } else {
      attribute.unicodeScalars.append(Unicode.Scalar(lowered(byte)))
    }
  }

  private mutating func endAttribute() {
    if name == "script", attribute == "type" {
      isJSONScript = ["application/ld+json", "application/json"].contains(prefix.lowercased())
    }
    if name == "link", attribute == "rel" { rel = prefix.lowercased() }
    // Equal places must be equal states, whatever was passed on the way.
    (state, attribute, prefix, quote) = (.tag, "", "", 0)
  }

  private mutating func endTag() {
    (attribute, prefix, quote, rel) = ("", "", 0, "")
    let opens =
      !isClosing
      && ["script", "style", "title", "textarea", "noscript", "iframe", "xmp"].contains(name)
    rawElement = opens ? name : ""
    state =
      !opens || name == "noscript" ? .text : name == "script" && isJSONScript ? .json : .element
    (name, isClosing, isJSONScript, isInString, isEscaped, recent) = (
      "", false, false, false, false, []
    )
  }

  private mutating func passRaw(_ byte: UInt8) {
    if state == .json {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isInString
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      }
    }
    recent = recent.suffix(rawElement.utf8.count + 2) + [lowered(byte)]
    if recent.elementsEqual("</\(rawElement)>".utf8) { self = HTMLContext() }
    if byte != UInt8(ascii: "<"), !recent.contains(UInt8(ascii: "<")) { recent = [] }
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
