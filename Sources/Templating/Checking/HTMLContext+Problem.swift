import Diagnosing

extension Diagnostic {
  /// Reports literal HTML that a browser reads differently from how it looks.
  static func markup(
    _ problem: HTMLContext.Problem, quote: SourceSpan?, at span: SourceSpan
  ) -> Diagnostic {
    switch problem {
    case .repeatedAttribute(let name): .repeatedAttribute(name, at: span)
    case .textBehindQuote(let name): .unclosedQuote(of: name, begun: quote, at: span)
    case .openAddress:
      .unsafePlace(
        "in an address that goes on behind a branch; write all of it in each branch", at: span)
    case .commentInScript:
      Diagnostic(.unsafePlace, "'<!--' in a script changes where the script ends", at: span)
    case .valueBeforeHeader: .unsafePlace("in the 'content' of a <meta http-equiv>", at: span)
    }
  }
}
