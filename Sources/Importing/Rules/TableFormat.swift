package import Diagnosing

extension Rule {
  package static let tableFormat = Rule(
    "table-format",
    summary: "A table can be cut into rows and values.",
    cause: "A quote is not closed, a row has a different number of values than the header, or a "
      + "list in JSON or YAML holds something other than mappings.",
    remedy: "Correct the table at the place named; `separator` in the mapping sets what "
      + "separates values.")
}

extension Diagnostic {
  package static func tableFormat(_ problem: Diagnostic.Message, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(.tableFormat, problem, at: span)
  }
}
