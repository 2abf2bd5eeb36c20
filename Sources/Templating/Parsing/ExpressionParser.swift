import Diagnosing
import FoundationEssentials

/// Parses expressions by precedence climbing.
///
/// This file walks over the tokens and reports mistakes; operators and values have one each.
struct ExpressionParser {
  /// The limit on nesting, so that no template can exhaust the stack (Y-03).
  static let maxDepth = 48

  private let tokens: [Token]
  private var index = 0
  /// The levels around what is being parsed.
  var depth: Int
  let whole: SourceSpan
  /// Whether a mistake was reported after which the rest of the code cannot be understood.
  var isLost = false

  init(_ span: SourceSpan, depth: Int = 0, into log: inout Diagnostics) {
    tokens = ExpressionLexer.tokens(of: span, into: &log)
    self.depth = depth
    whole = span
  }

  var current: Token { tokens[min(index, tokens.count - 1)] }

  /// The token behind the current one; nil at the end.
  var following: Token? { index + 1 < tokens.count ? tokens[index + 1] : nil }

  var isAtEnd: Bool { current.kind == .end }

  mutating func advance() { index += 1 }

  mutating func skipAll() { index = tokens.count - 1 }

  /// Reports a mistake, unless it may follow from an earlier one: one slip, one error.
  mutating func fail(
    _ problem: Diagnostic.Message, at span: SourceSpan, into log: inout Diagnostics
  ) {
    if !isLost { log.report(.syntax(problem, at: span)) }
    isLost = true
  }

  /// Consumes a symbol if it is next.
  mutating func take(_ symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String, into log: inout Diagnostics) -> Bool {
    if take(symbol) { return true }
    fail("expected '\(symbol)'", at: current.span, into: &log)
    return false
  }

  /// Consumes a keyword if it is next.
  mutating func take(word: String) -> Bool {
    guard current.kind == .name(word) else { return false }
    advance()
    return true
  }

  mutating func name(into log: inout Diagnostics) -> Located<String>? {
    if case .name(let text) = current.kind {
      defer { advance() }
      return Located(text, at: current.span)
    }
    let isDigit = if case .number = current.kind { true } else { false }
    let remedy: Diagnostic.Message = isDigit ? "; an element is written 'list[0]'" : ""
    fail("expected a name" + remedy, at: current.span, into: &log)
    return nil
  }

  /// Parses a string literal without interpolations.
  mutating func path(into log: inout Diagnostics) -> Located<String>? {
    let token = current
    if case .misquoted(let text) = token.kind {
      advance()
      return Located(text, at: token.span)
    }
    guard token.kind == .string else {
      fail("the name of a template stands in quotes", at: token.span, into: &log)
      return nil
    }
    guard let value = primary(into: &log) else { return nil }
    if case .constant(.text(let text)) = value.kind { return Located(text, at: token.span) }
    fail(
      "the name of a template is written out, so that it can be checked", at: token.span,
      into: &log)
    return nil
  }

  /// Reports any tokens that are left over.
  mutating func finish(into log: inout Diagnostics) {
    if isAtEnd { return }
    let remedy: Diagnostic.Message =
      switch current.kind {
      case .symbol("="): "; two things are compared by '==', and 'let' gives a name to a value"
      case .symbol("|"): "; there are no filters, but methods, as in 'text.uppercased()'"
      case .symbol("!"): "; '??' gives a value in place of nil"
      case .symbol("/"): Self.commentRemedy
      case .symbol("..."), .symbol(".."), .symbol("..<"): "; a range stands only behind 'in'"
      default: ""
      }
    fail("unexpected '\(current.span.text)'" + remedy, at: current.span, into: &log)
  }

  static let commentRemedy: Diagnostic.Message =
    #"; a comment is a tag of its own, as in '\(// …)'"#
}

func join(_ a: SourceSpan, _ b: SourceSpan) -> SourceSpan {
  SourceSpan(file: a.file, range: a.range.lowerBound..<max(a.range.upperBound, b.range.upperBound))
}
