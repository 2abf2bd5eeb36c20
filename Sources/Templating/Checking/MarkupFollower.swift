import Diagnosing

/// The position of a template in its HTML, with the source spans that diagnostics refer to.
///
/// After a branch there may be several contexts. They are tracked side by side until the following
/// text makes them equal, as in `<p \(if c)hidden\(end)>`.
struct MarkupFollower {
  /// The limit for contexts tracked side by side; more branches in one tag are reported as a
  /// mistake.
  private static let maxContexts = 16

  private(set) var contexts = [HTMLContext()]
  /// The branch that the contexts come from.
  private var branch: SourceSpan?
  /// The start of the open tag, comment or raw element.
  private var tagStart: SourceSpan?
  private var quoteStart: SourceSpan?
  /// Whether an unknown position was reported, so that nothing further is reported because of it.
  private(set) var isLost = false

  /// Returns how a value may be used here; nil if a problem was reported, now or earlier.
  mutating func rule(into log: inout Diagnostics) -> HTMLContext.Rule? {
    if contexts.count > 1 { lose(at: branch, into: &log) }
    return isLost ? nil : contexts.first?.rule
  }

  var first: HTMLContext { contexts.first ?? HTMLContext() }

  mutating func passValue() {
    for index in contexts.indices { contexts[index].passValue() }
  }

  mutating func passAddress(_ state: AddressState) {
    for index in contexts.indices { contexts[index].passAddress(state) }
  }

  /// Advances past literal text.
  mutating func pass(_ span: SourceSpan, into log: inout Diagnostics) {
    for offset in span.range {
      let place = SourceSpan(file: span.file, range: offset..<offset + 1)
      pass(span.file.bytes[offset], at: place, into: &log)
    }
  }

  /// Advances past text that the template writes in a string.
  mutating func pass(_ text: String, at span: SourceSpan, into log: inout Diagnostics) {
    for byte in text.utf8 { pass(byte, at: span, into: &log) }
  }

  private mutating func pass(_ byte: UInt8, at place: SourceSpan, into log: inout Diagnostics) {
    let before = first.state
    for index in contexts.indices {
      guard let problem = contexts[index].pass(byte), !isLost else { continue }
      log.report(.markup(problem, quote: quoteStart, at: place))
    }
    if contexts.count > 1 { contexts = Self.merged(contexts) }
    switch (before, first.state) {
    case (.text, .tagName): tagStart = place
    case (.beforeValue, .value): quoteStart = place
    default: break
    }
  }

  /// Continues after branches, each of which began at this position.
  mutating func join(_ ends: [MarkupFollower], at span: SourceSpan, into log: inout Diagnostics) {
    isLost = isLost || ends.contains { $0.isLost }
    contexts = Self.merged(ends.flatMap(\.contexts))
    // A branch that ends inside a tag knows where that tag began.
    if let open = ends.first(where: { $0.first.state != .text }) {
      (tagStart, quoteStart) = (open.tagStart, open.quoteStart)
    }
    branch = span
    if contexts.count > Self.maxContexts { lose(at: span, into: &log) }
  }

  /// Reports a loop whose body does not end in the context where it began.
  mutating func close(
    loop body: MarkupFollower, at span: SourceSpan, into log: inout Diagnostics
  ) {
    isLost = isLost || body.isLost
    let joined = Self.merged(contexts + body.contexts)
    if Set(joined) != Set(contexts) { lose(at: span, body.openPlace, into: &log) }
  }

  /// Reports what is still open at the end of a page.
  mutating func finish(at end: SourceSpan, into log: inout Diagnostics) {
    if isLost { return }
    if contexts.count > 1 {
      lose(at: branch, into: &log)
    } else if !first.isAtRest {
      log.report(.unclosedMarkup(first, at: openPlace ?? end))
    }
  }

  private var openPlace: SourceSpan? {
    switch first.state {
    case .text: nil
    case .value: quoteStart
    default: tagStart
    }
  }

  private mutating func lose(
    at span: SourceSpan?, _ open: SourceSpan? = nil, into log: inout Diagnostics
  ) {
    if !isLost, let span {
      let isOpen = contexts.contains { $0.state != .text }
      let place = open ?? (isOpen ? tagStart : nil)
      log.report(.unbalancedMarkup(at: span, open: place))
    }
    isLost = true
    contexts = [first]
  }

  private static func merged(_ contexts: [HTMLContext]) -> [HTMLContext] {
    var result: [HTMLContext] = []
    for context in contexts {
      if let index = result.indices.first(where: { result[$0].merged(with: context) != nil }) {
        result[index] = result[index].merged(with: context) ?? context
      } else {
        result.append(context)
      }
    }
    return result
  }
}
