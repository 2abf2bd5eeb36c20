import Content
import Diagnosing
import Hashing

/// The style sheet of a site: that of the theme, then what `site.yaml` chooses, then the site's own
/// `custom.css`. They are one file, so that a page asks for no more of them.
extension Theme {
  private static let sheet = "assets/site.css"
  private static let custom = "assets/custom.css"

  /// Returns the style sheets that continue others, by the names of the others.
  func styleAdditions(of site: Site) -> [String: [SourceFile]] {
    var additions: [SourceFile] = []
    let chosen = site.theme.style
    if !chosen.isEmpty {
      additions.append(SourceFile(path: site.file.path, bytes: Array(chosen.utf8)))
    }
    // A template that names the file loads it itself.
    if let file = assets[Self.custom], !names(Self.custom) { additions.append(file) }
    return additions.isEmpty || assets[Self.sheet] == nil ? [:] : [Self.sheet: additions]
  }

  /// Returns the fingerprint of the theme's files and of the addresses of assets.
  func fingerprint(with addresses: [String: String]) -> Fingerprint {
    Fingerprint { input in
      input.add(fingerprint)
      for (_, address) in addresses.sorted(by: { $0.key < $1.key }) { input.add(address) }
    }
  }
}

extension SiteTheme {
  /// The style sheet of the choices; empty without any. It holds nothing of the author's but colors
  /// that were read as numbers.
  fileprivate var style: String {
    var rules: [String] = []
    // Paper has no accent.
    if let accent {
      rules.append("@media screen { :root { --accent: \(accent.light.text); } }")
      rules.append(
        "@media screen and (prefers-color-scheme: dark) "
          + "{ :root { --accent: \(accent.dark.text); } }")
    }
    if let family = font.family { rules.append("body { font-family: \(family); }") }
    return rules.map { $0 + "\n" }.joined()
  }
}

extension SiteTheme.Font {
  /// The names of fonts that systems come with; nil for those of the style sheet.
  fileprivate var family: String? {
    switch self {
    case .system: nil
    case .humanist: #"Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif"#
    case .rounded:
      #"ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Comfortaa, Nunito, sans-serif"#
    case .serif:
      #""Iowan Old Style", "Palatino Linotype", "URW Palladio L", "Noto Serif", Georgia, serif"#
    case .mono: #"ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace"#
    }
  }
}
