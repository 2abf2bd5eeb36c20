package import Content
package import Diagnosing

extension Rule {
  package static let accentContrast = Rule(
    "accent-contrast",
    summary: "The accent can be read on the theme's paper.",
    cause: "Links and buttons in this color have less than 4.5:1 of contrast with a background of "
      + "the theme, so many readers cannot read them (X-10).",
    remedy: "Take a darker color for light paper, a lighter one for dark paper: the diagnostic "
      + "names the nearest. Two colors are `accent: { light: \"#0b6b45\", dark: \"#6fd3a0\" }`.")
}

extension Diagnostic {
  package static func accentContrast(
    _ written: String, _ color: Color, on paper: SiteTheme.Paper, at span: SourceSpan
  ) -> Diagnostic {
    // Rounded down: a ratio that is too low must not look sufficient.
    let tenths = Int(paper.contrast(with: color) * 10)
    let ratio = "\(tenths / 10).\(tenths % 10):1"
    return Diagnostic(
      .accentContrast,
      "accent \(written) has a contrast of \(ratio) on \(paper.rawValue) paper; text needs 4.5:1",
      at: span, suggestion: paper.readable(color).text)
  }
}
