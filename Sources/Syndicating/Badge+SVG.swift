import Presenting

extension Badge {
  /// The badge as an SVG picture, without fonts, styles or addresses of its own.
  func svg(language: String) -> [UInt8] {
    let (left, right) = (name.width, value.width)
    let title = xmlText(self.title)
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(Self.height)" \
      viewBox="0 0 \(width) \(Self.height)" xml:lang="\(language)" role="img" \
      aria-label="\(title)">
      <title>\(title)</title>
      <clipPath id="r"><rect width="\(width)" height="20" rx="3"/></clipPath>
      <g clip-path="url(#r)">
      <path fill="#33373f" d="M0 0h\(left)v20H0z"/>
      <path fill="#14506e" d="M\(left) 0h\(right)v20H\(left)z"/>
      </g>
      <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" \
      text-anchor="middle">
      \(text(name, at: left / 2))
      \(text(value, at: left + right / 2))
      </g>
      </svg>

      """.utf8)
  }

  private func text(_ part: Part, at x: Int) -> String {
    "<text x=\"\(x)\" y=\"14\" textLength=\"\(part.textWidth)\" "
      + "lengthAdjust=\"spacingAndGlyphs\">\(xmlText(part.text))</text>"
  }
}
