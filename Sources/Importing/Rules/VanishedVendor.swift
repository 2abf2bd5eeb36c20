package import Content
package import Diagnosing

extension Rule {
  package static let vanishedVendor = Rule(
    "vanished-vendor", severity: .warning,
    summary: "A vendor that has a report in force has a row in the table.",
    cause: "The vendor has ended or has another name in the table, or the table is not complete.",
    remedy: "`versus import --retire` ends all of them; for one of them, write a report with "
      + "`retired: true`. Else do nothing.")
}

extension Diagnostic {
  package static func vanishedVendors(_ slugs: [Slug], at span: SourceSpan) -> Diagnostic {
    let names = slugs.map(\.text).joined(separator: ", ")
    return Diagnostic(
      .vanishedVendor, "the table has no row for \(names); their reports stay in force", at: span)
  }
}
