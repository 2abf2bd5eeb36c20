import Diagnosing

extension ExpressionChecker {
  func function(
    _ name: Located<String>, _ arguments: [Expression.Argument], _ span: SourceSpan,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    if let method = Method.functions[name.value] {
      return choice(method, arguments, span, into: &log)
    }
    guard let function = functions[name.value] else {
      if let word = Keyword(rawValue: name.value)?.rawValue {
        log.report(
          .typeMismatch("'\(word)' has no parentheses, as in '\(word) …'", at: name.span))
        return nil
      }
      if let method = WrongSpelling.methods[name.value] {
        log.report(.foreignName(name.value, writing: method, at: name.span))
        return nil
      }
      let known = functions.keys.sorted() + Method.functions.keys.sorted()
      log.report(.unknownName(name.value, among: known, at: name.span))
      return nil
    }
    guard arguments.count == 1, case .constant(.text(let text)) = arguments[0].value.kind else {
      log.report(.typeMismatch("'\(name.value)' takes one text in quotes", at: span))
      return nil
    }
    guard let result = function.evaluate(text) else {
      log.report(
        .unknownAsset(text, of: name.value, among: function.known, at: arguments[0].value.span))
      return nil
    }
    return TypedExpression(kind: .constant(.text(result)), type: .text)
  }

  /// Checks `min(a, b, …)` or `max(a, b, …)`.
  private func choice(
    _ method: Method, _ arguments: [Expression.Argument], _ span: SourceSpan,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    guard arguments.count >= 2, arguments.allSatisfy({ $0.label == nil }) else {
      log.report(.typeMismatch("this does not fit \(method.signature)", at: span))
      return nil
    }
    let values = arguments.map { operandOf($0.value, .number, into: &log) }
    let known = values.compactMap(\.self)
    guard known.count == values.count else { return nil }
    return TypedExpression(kind: .call(method, known), type: .number)
  }

  func phrase(
    _ key: Located<String>, _ arguments: [Expression.Argument], _ span: SourceSpan,
    into log: inout Diagnostics
  ) -> TypedExpression? {
    guard let phrase = sources.phrases[key.value] else {
      log.report(.unknownString(key.value, among: sources.phrases.keys, at: key.span))
      return nil
    }
    let labels = arguments.compactMap { $0.label?.value }
    guard labels.count == arguments.count, labels.sorted() == phrase.parameters.sorted() else {
      // The author may have the text but not the template that uses it.
      let isTextWrong = sources.isBuiltIn(span.file) && !sources.isBuiltIn(phrase.span.file)
      log.report(
        isTextWrong
          ? .stringParameters(key.value, given: labels, for: span, at: phrase.span)
          : .stringArguments(key.value, phrase.parameters, at: span))
      return nil
    }
    let values = arguments.map { printable($0.value, into: &log) }
    let ordered = phrase.parameters.compactMap { name in
      labels.firstIndex(of: name).flatMap { values[$0] }
    }
    guard ordered.count == phrase.parameters.count else { return nil }
    if ordered.isEmpty {
      return TypedExpression(kind: .constant(.text(phrase.text([]))), type: .text)
    }
    return TypedExpression(kind: .phrase(phrase, ordered.map { phrase.isolated($0) }), type: .text)
  }
}
