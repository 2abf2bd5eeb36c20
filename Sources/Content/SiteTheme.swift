package import Diagnosing
package import Markup

/// What a publisher chooses of the theme's looks in `site.yaml`.
package struct SiteTheme: Sendable {
  package var accent: Accent?
  package var font = Font.system
  /// A picture of `content/assets/`.
  package var logo: Located<String>?
  package var footer: Markdown?
  /// Whether comparisons draw the values that lie in a range.
  package var plots = false

  package init() {}

  /// The fonts of readers' machines, of which a page loads none.
  package enum Font: String, Sendable, CaseIterable { case system, humanist, rounded, serif, mono }

  /// The color of links, buttons and outlines, on light and on dark paper.
  package struct Accent: Sendable {
    package let light: Color
    package let dark: Color

    package init(light: Color, dark: Color) { (self.light, self.dark) = (light, dark) }
  }

  /// The backgrounds of the theme on which the accent is read, as in `site.css`.
  package enum Paper: String, Sendable, CaseIterable {
    case light, dark

    /// The paper, the surface of tables, and the cells of leaders.
    package var colors: [Color] {
      switch self {
      case .light:
        [
          Color(red: 0xfb, green: 0xfa, blue: 0xf7), Color(red: 0xff, green: 0xff, blue: 0xff),
          Color(red: 0xe4, green: 0xf3, blue: 0xea),
        ]
      case .dark:
        [
          Color(red: 0x14, green: 0x16, blue: 0x1a), Color(red: 0x1c, green: 0x1f, blue: 0x25),
          Color(red: 0x17, green: 0x35, blue: 0x28),
        ]
      }
    }

    /// The contrast that text needs.
    package static let requiredContrast = 4.5

    /// Returns the lowest contrast of a color with a background of the paper.
    package func contrast(with color: Color) -> Double {
      colors.map { color.contrast(with: $0) }.min() ?? 1
    }

    /// Returns the color that is nearest to one and can be read: darker on light paper, lighter on
    /// dark paper.
    package func readable(_ color: Color) -> Color {
      let end: UInt8 = self == .light ? 0 : 255
      let pole = Color(red: end, green: end, blue: end)
      return (0...100).lazy.map { color.mixed(with: pole, percent: $0) }
        .first { contrast(with: $0) >= Self.requiredContrast } ?? pole
    }
  }
}
