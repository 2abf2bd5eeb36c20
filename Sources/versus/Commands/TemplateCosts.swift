import Comparing
import Diagnosing
import Planning
import Reading
import Rendering
import Templating

/// `versus plan --templates`: which share of a comparison page is made when.
struct TemplateCosts {
  let renderer: SiteRenderer

  init(_ renderer: SiteRenderer) { self.renderer = renderer }

  var text: String {
    renderer.plan.edition.categories.indices.map(text(ofCategory:)).joined()
  }

  private func text(ofCategory index: Int) -> String {
    let category = renderer.plan.edition.categories[index].category
    let (profile, pages) = renderer.pairs(inCategory: index).profile(pages: 200)
    guard pages > 0 else { return "\(category.slug.text): no comparisons\n" }
    let parts = [
      ("site", profile.siteBytes, "once for the site"),
      ("vendor", profile.vendorBytes, "once for each vendor and side"),
      ("pair", profile.pairBytes, "picked from variants that exist"),
      ("evaluated", profile.evaluatedBytes, "made anew on every page"),
    ]
    let total = max(1, parts.reduce(0) { $0 + $1.1 })
    var lines = [
      "comparison.html of \(category.slug.text): \(total / pages) bytes a page, over \(pages) pages"
    ]
    for (name, bytes, meaning) in parts {
      let tenths = bytes * 1000 / total
      lines.append(
        "  \(padded(name, 10))\(padded("\(bytes / pages)", 8, isNumber: true))  "
          + "\(padded("\(tenths / 10).\(tenths % 10) %", 7, isNumber: true))  \(meaning)")
    }
    if !profile.evaluated.isEmpty { lines.append("  what is made anew, most bytes first:") }
    for (place, bytes) in profile.evaluated.sorted(by: { $0.bytes > $1.bytes }).prefix(10) {
      lines.append("    \(bytes / pages) bytes  \(place.map(description) ?? "the whole template")")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func description(_ place: SourceSpan) -> String {
    let position = place.startPosition
    let code = place.text.split(separator: "\n").first.map(String.init) ?? ""
    return "\(place.file.path):\(position.line):\(position.column): \(code)"
  }

  private func padded(_ text: String, _ width: Int, isNumber: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isNumber ? space + text : text + space
  }
}
