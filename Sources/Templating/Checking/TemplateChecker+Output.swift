import Diagnosing

/// A value that a template writes.
struct OutputNode {
  let expression: Expression
  let isRaw: Bool
}

extension TemplateChecker {
  /// Checks a value at its position.
  ///
  /// - Parameters:
  ///   - rest: the nodes that follow in the same part; the beginning of an address is removed from
  ///     it.
  ///   - typed: the nodes checked so far; the beginning of an address is removed from it.
  mutating func check(
    _ output: OutputNode, before rest: inout ArraySlice<Node>, after typed: inout [TypedNode],
    _ scope: Scope, into log: inout Diagnostics
  ) {
    let span = output.expression.span
    let mark = TypedNode.mark(Origin(span: span))
    var found = Diagnostics()
    let value = checker(scope).check(output.expression, into: &found)
    if output.isRaw, case .constant(.text(let text))? = value?.kind {
      if !isPlainText { markup.pass(text, at: span, into: &log) }
      typed += [mark, .bytes(Array(text.utf8))]
      return
    }
    guard let rule = isPlainText ? .escaped(.raw) : markup.rule(into: &log) else { return }
    markup.passValue()
    // Where no value is allowed, problems in the value itself are not reported as well.
    if case .refused(let place) = rule {
      log.report(.unsafePlace(place, at: span))
      return
    }
    log.report(contentsOf: found)
    switch rule {
    case .refused: break
    case .ownWords(let attribute):
      guard let value = writable(value, at: .attribute, output, into: &log) else { return }
      guard value.type == .number || value.isOwnWords else {
        log.report(
          .unsafePlace(
            "in the attribute '\(attribute)', but for numbers and the template's own words",
            at: span))
        return
      }
      typed += [mark, .output(value, .attribute)]
    case .escaped(let place):
      guard let value = writable(value, at: place, output, into: &log) else { return }
      let isMarkup = value.type == .html && place == .text
      typed += [mark, .output(value, output.isRaw || isMarkup ? .raw : place)]
    case .address(let isResource, let literal):
      guard takeBack(literal.count, from: &typed) else {
        log.report(
          .unsafePlace(
            "in an address that begins before this branch; write all of it in each branch",
            at: span))
        markup.passAddress(.decided)
        return
      }
      let head = AddressHead(
        isResource: isResource, isOnSite: literal.contains(where: AddressState.isSlash),
        literal: AddressState.trimmed(literal))
      typed.append(mark)
      check(head, value, output, before: &rest, after: &typed, scope, into: &log)
    }
  }

  /// Returns the value if its type can be written at a position; otherwise reports why not.
  private func writable(
    _ value: TypedExpression?, at place: Place, _ output: OutputNode, into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let value else { return nil }
    guard let problem = problem(value, place, isRaw: output.isRaw, output.expression.span) else {
      return value
    }
    log.report(problem)
    return nil
  }

  /// Returns why a value cannot be written at a position, or nil if it can.
  private func problem(
    _ value: TypedExpression, _ place: Place, isRaw: Bool, _ span: SourceSpan
  ) -> Diagnostic? {
    if value.type == .nothing || value.type.wrapped != nil { return .mayBeNil(at: span) }
    switch value.type {
    case .text, .number:
      if isRaw, value.type == .text, !allowsRaw { return .rawContent(at: span) }
      return nil
    case .html:
      return place == .text || isPlainText
        ? nil : .typeMismatch("HTML can stand only between tags", at: span)
    case .bool:
      return place == .json
        ? nil : .typeMismatch(#"this is a Bool, not text; write 'x ? "yes" : "no"'"#, at: span)
    case .record:
      return .typeMismatch(
        "this is \(value.type.name), not text; write one of its members, as in 'x.name'", at: span)
    case .list:
      return .typeMismatch(
        "this is \(value.type.name), not text; write a loop, 'x.count' or 'x.joined(separator:)'",
        at: span)
    default: return .typeMismatch("this is \(value.type.name), not text", at: span)
    }
  }
}

// MARK: Addresses

/// The part of an address that determines its scheme and host, checked as a whole.
private struct AddressHead {
  let isResource: Bool
  /// Whether the template begins the address with a slash, which keeps it on the site.
  let isOnSite: Bool
  private(set) var endsInSlash = false
  var parts: [TypedExpression] = []

  init(isResource: Bool, isOnSite: Bool, literal: [UInt8]) {
    self.isResource = isResource
    self.isOnSite = isOnSite
    add(literal[...])
  }

  mutating func add(_ literal: ArraySlice<UInt8>) {
    guard let last = literal.last else { return }
    endsInSlash = AddressState.isSlash(last)
    let text = TemplateValue.text(String(decoding: literal, as: UTF8.self))
    parts.append(TypedExpression(kind: .constant(text), type: .text))
  }

  var expression: TypedExpression {
    if parts.count == 1, let only = parts.first { return only }
    return TypedExpression(kind: .joined(parts), type: .text)
  }

  enum End: Equatable {
    case quote, decided, reference
    /// The text ends before anything is settled.
    case open
  }

  /// Returns how much of a literal text belongs to the head, and what ends the head there.
  func end(of text: ArraySlice<UInt8>, quote: UInt8) -> (offset: Int, End) {
    for index in text.indices {
      let byte = text[index]
      if byte == quote { return (index, .quote) }
      if byte == UInt8(ascii: "&") {
        return (index, text[index...].starts(with: "&amp;".utf8) ? .decided : .reference)
      }
      if byte == UInt8(ascii: "/") {
        let next = index + 1 < text.endIndex ? text[index + 1] : quote
        let isSettled = next != quote && next != UInt8(ascii: "&") && !AddressState.isSlash(next)
        if !isResource || isSettled { return (index + 1, .decided) }
      } else if AddressState.settles(byte) || isOnSite && !AddressState.isSlash(byte) {
        return (index, .decided)
      }
    }
    return (text.endIndex, .open)
  }
}

extension TemplateChecker {
  /// Removes literal text from the end of the checked nodes, if all of it is there.
  private func takeBack(_ count: Int, from typed: inout [TypedNode]) -> Bool {
    var (left, nodes) = (count, typed)
    while left > 0 {
      guard case .bytes(let bytes)? = nodes.popLast() else { return false }
      if bytes.count > left { nodes.append(.bytes(Array(bytes.dropLast(left)))) }
      left -= min(left, bytes.count)
    }
    typed = nodes
    return true
  }

  /// Joins the values and the text that together settle an address.
  private mutating func check(
    _ start: AddressHead, _ value: TypedExpression?, _ output: OutputNode,
    before rest: inout ArraySlice<Node>, after typed: inout [TypedNode], _ scope: Scope,
    into log: inout Diagnostics
  ) {
    var head = start
    var isComplete = true
    func add(_ value: TypedExpression?, _ output: OutputNode, into log: inout Diagnostics) {
      guard let value = writable(value, at: .link, output, into: &log) else {
        isComplete = false
        return
      }
      head.parts.append(value)
    }
    add(value, output, into: &log)
    var end = AddressHead.End.open
    while end == .open, let next = rest.first {
      if case .output(let expression, let isRaw) = next {
        rest.removeFirst()
        let value = checker(scope).check(expression, into: &log)
        add(value, OutputNode(expression: expression, isRaw: isRaw), into: &log)
      } else if case .text(let span) = next {
        let offset: Int
        (offset, end) = head.end(of: span.bytes, quote: markup.first.closingQuote)
        head.add(span.file.bytes[span.range.lowerBound..<offset])
        rest.removeFirst()
        let left = SourceSpan(file: span.file, range: offset..<span.range.upperBound)
        if !left.range.isEmpty { rest = [.text(left)] + rest }
        if end == .reference {
          log.report(
            .unsafePlace("in an address before a character reference", at: output.expression.span))
        }
      } else {
        break
      }
    }
    let isSettled = end != .open || !isComplete
    markup.passAddress(isSettled ? .decided : head.endsInSlash ? .judgedSlash : .judged)
    if isComplete {
      typed.append(.output(head.expression, head.isResource ? .resource : .link))
    }
  }
}

extension TypedExpression {
  /// Whether the expression consists only of numbers and of text from the template or the theme's
  /// strings.
  var isOwnWords: Bool {
    switch kind {
    case .constant: true
    case .joined(let parts): parts.allSatisfy { $0.type == .number || $0.isOwnWords }
    case .conditional(_, let yes, let no): yes.isOwnWords && no.isOwnWords
    case .binary(.plus, let left, let right), .binary(.coalesce, let left, let right):
      left.isOwnWords && right.isOwnWords
    default: false
    }
  }
}
