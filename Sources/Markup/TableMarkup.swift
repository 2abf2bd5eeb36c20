import System

/// Completes the tables that cmark-gfm writes: caption, scopes, and a region that scrolls.
///
/// Works on the written HTML, because the table extension writes its own tags. Text cannot look
/// like them: cmark escapes every `<` of a text.
enum TableMarkup {
  static func completed(_ html: String, captions: [String]) -> String {
    var html =
      html
      .replacingAll(#"<input type="checkbox" checked="" disabled="" /> "#, with: "☑ ")
      .replacingAll(#"<input type="checkbox" disabled="" /> "#, with: "☐ ")
    guard !captions.isEmpty else { return html }
    for alignment in ["left", "center", "right"] {
      html =
        html
        .replacingAll(
          "<th align=\"\(alignment)\">", with: "<th scope=\"col\" class=\"\(alignment)\">"
        )
        .replacingAll("<td align=\"\(alignment)\">", with: "<td class=\"\(alignment)\">")
        .replacingAll("<th scope=\"col\" class=\"\(alignment)\"></th>", with: "<td></td>")
    }
    html = html.replacingAll("<th>", with: "<th scope=\"col\">")
      .replacingAll("<th scope=\"col\"></th>", with: "<td></td>")
      .replacingAll("</table>", with: "</table></div>")
    var parts = html.split(on: "<table>")
    for (index, caption) in captions.enumerated() where index + 1 < parts.count {
      let text = escapedText(caption.isEmpty ? "\(index + 1)" : caption)
      parts[index + 1] =
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(text)\"><table>"
        + "<caption>\(text)</caption>" + parts[index + 1]
    }
    return parts.joined()
  }
}
