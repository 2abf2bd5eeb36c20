import Content
import Diagnosing
import Markup

extension SiteReader {
  /// Reads what the publisher chooses of the theme's looks.
  static func theme(_ node: YAMLNode?, into log: inout Diagnostics) -> SiteTheme {
    var theme = SiteTheme()
    guard let node,
      let fields = Fields(node, "theme", keys: SiteKeys.theme, into: &log)
    else { return theme }
    theme.accent = fields["accent"].flatMap { accent($0, into: &log) }
    theme.font = fields["font"]?.choice("font", of: SiteTheme.Font.self, into: &log) ?? .system
    theme.logo = fields["logo"].flatMap { $0.picture("logo", into: &log) }
    theme.footer = fields["footer"]?.markdown("footer", into: &log)
    theme.plots = fields["plots"]?.bool("plots", into: &log) ?? false
    return theme
  }

  /// Reads one color for light paper, from which that for dark paper follows, or one for each.
  private static func accent(
    _ node: YAMLNode, into log: inout Diagnostics
  ) -> SiteTheme.Accent? {
    guard case .mapping = node.content else {
      return color(node, on: .light, into: &log).map {
        SiteTheme.Accent(light: $0, dark: SiteTheme.Paper.dark.readable($0))
      }
    }
    guard let fields = Fields(node, "accent", keys: SiteKeys.accent, into: &log),
      let light = fields.required("light", into: &log).flatMap({
        color($0, on: .light, into: &log)
      }),
      let dark = fields.required("dark", into: &log).flatMap({ color($0, on: .dark, into: &log) })
    else { return nil }
    return SiteTheme.Accent(light: light, dark: dark)
  }

  private static func color(
    _ node: YAMLNode, on paper: SiteTheme.Paper, into log: inout Diagnostics
  ) -> Color? {
    guard let text = node.string("accent", into: &log) else { return nil }
    guard let color = Color(text) else {
      log.report(
        .invalidValue(
          "accent", text, expected: "a color such as \"#0b6b45\", in quotes", at: node.span))
      return nil
    }
    if paper.contrast(with: color) < SiteTheme.Paper.requiredContrast {
      log.report(.accentContrast(text, color, on: paper, at: node.span))
    }
    return color
  }
}

extension YAMLNode {
  /// Returns the path of a picture in `content/assets/`.
  func picture(_ name: String, into log: inout Diagnostics) -> Located<String>? {
    guard let path = sitePath(self, name, prefix: "assets/", into: &log) else { return nil }
    let form = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard Self.imageForms.contains(form) else {
      log.report(
        .invalidURL(
          name, path, expected: "a picture: \(Self.imageForms.joined(separator: ", "))",
          at: span))
      return nil
    }
    return Located(path, at: span)
  }

  /// The endings of files that browsers show as pictures.
  private static let imageForms = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"]
}
