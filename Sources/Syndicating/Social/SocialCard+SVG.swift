import Presenting

extension SocialCard {
  /// The card as an SVG picture of 1200×630.
  var svg: [UInt8] {
    let width = Self.width / columns.count
    let body = columns.enumerated().map { index, column in
      svg(column, left: index * width, width: width)
    }
    let divider =
      columns.count > 1 ? "<path fill=\"#dedbd2\" d=\"M599 170h2v330h-2z\"/>\n" : ""
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.width)" height="\(Self.height)" \
      viewBox="0 0 \(Self.width) \(Self.height)" font-family="DejaVu Sans,Noto Sans,sans-serif">
      <path fill="#fbfaf7" d="M0 0h1200v630H0z"/>
      <path fill="#14506e" d="M0 0h1200v16H0z"/>
      \(text(site, at: 80, 104, size: 36, room: 840, color: "#565b66"))
      \(text(week, at: 1120, 104, size: 30, room: 260, color: "#565b66", anchor: "end"))
      \(divider)\(body.joined())</svg>

      """.utf8)
  }

  private func svg(_ column: Column, left: Int, width: Int) -> String {
    let color = column.isWinner ? "#0b6b45" : "#14506e"
    let lines = [
      (column.name, 260, 84, "#1b1d22"), (column.label, 350, 34, "#565b66"),
      (column.value, 480, 104, color), (column.isWinner ? "★ \(winner)" : "", 570, 34, color),
    ]
    return lines.map { line, y, size, color in
      text(
        line, at: left + width / 2, y, size: size, room: width - 120, color: color,
        anchor: "middle", weight: size > 60 ? 700 : 400) + "\n"
    }.joined()
  }

  /// A line of text, in smaller letters where it would be wider than its room.
  private func text(
    _ text: String, at x: Int, _ y: Int, size: Int, room: Int, color: String,
    anchor: String = "start", weight: Int = 400
  ) -> String {
    if text.isEmpty { return "" }
    let part = Badge.Part(text)
    let width = part.textWidth * size * (weight > 400 ? 12 : 10) / 110
    let fitting = width > room ? max(size * room / width, 12) : size
    return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(fitting)\" font-weight=\"\(weight)\" "
      + "fill=\"\(color)\" text-anchor=\"\(anchor)\">\(xmlText(part.text))</text>"
  }
}
