package import Comparing
package import Content
import FoundationEssentials
import Markup
import Planning
import Templating

/// A vendor's badge: its name and its headline side by side, to be shown on other sites.
package struct Badge {
  /// A part of the picture: a text on a field of its own.
  package struct Part {
    package let text: String
    /// The width of the text in pixels.
    package let textWidth: Int
    /// The width of the field in pixels.
    package var width: Int { textWidth + 14 }

    /// Creates a part. A text that is too long for a badge is truncated.
    package init(_ text: String) {
      self.text = text.count > 60 ? text.prefix(59) + "…" : text
      textWidth = Self.width(of: self.text)
    }

    /// Returns the approximate width of a text at 11 pixels. The picture fits the text into this
    /// width, so that the badge looks alike in every font.
    private static func width(of text: String) -> Int {
      let tenths = text.unicodeScalars.reduce(0) { sum, scalar in
        switch scalar.value {
        case 0x20...0x7e where " fijlrtI.,:;'|!()[]/".unicodeScalars.contains(scalar): sum + 42
        case 0x41...0x5a, 0x6d, 0x77, 0x25, 0x40: sum + 84
        case 0x300...0x36f, 0x200b...0x200f: sum
        case 0x1100...0x115f, 0x2e80...0xffdc, 0x1f000...: sum + 112
        default: sum + 68
        }
      }
      return max(tenths / 10, 1)
    }
  }

  package let name: Part
  package let value: Part
  /// The content of the picture in words, with its week.
  package let title: String
  /// The height of the picture in pixels.
  package static let height = 20

  package var width: Int { name.width + value.width }

  package init(_ vendor: Vendor, in category: Category, _ context: PageContext) {
    let report = vendor.report
    let shown = category.headline.flatMap { index -> String? in
      let criterion = category.criterion(at: index)
      let cell = ShownCell(vendor.cell(at: index), for: criterion, of: report, context)
      return cell.text.map {
        context.say(.badgeValue, ["criterion": criterion.label, "value": $0])
      }
    }
    let week = vendor.isStale ? "\(report.week.text), \(context.say(.stale))" : report.week.text
    let text = shown ?? report.tier.map { category.tiers[$0].label } ?? category.title
    name = Part(report.name)
    // An old value must not look like a current one (T-12).
    value = Part(vendor.isStale ? "\(text) (\(week))" : text)
    title = context.say(
      .badgeTitle,
      [
        "name": report.name, "text": text, "week": week,
        "site": context.plan.edition.library.site.title,
      ])
  }
}

/// The badge on the vendor's page, with the code for showing the badge elsewhere.
struct BadgeValues {
  let vendor: VendorPosition
  let context: PageContext

  /// The `badge` record; nil if the site has no badges.
  var record: TemplateValue {
    let plan = context.plan
    guard plan.edition.library.site.badges else { return .none }
    let entry = plan.edition[vendor.category]
    let badge = Badge(plan.edition[vendor], in: entry.category, context)
    // The text omits the value, because the text stays on other sites when the value changes.
    let text = context.say(
      .badgeText,
      ["name": plan.edition[vendor].report.name, "site": plan.edition.library.site.title])
    let page = plan.canonical(of: .vendor(vendor))
    let image = plan.canonical(of: .document(.badge(vendor)))
    let html =
      "<a href=\"\(escapedText(page))\"><img src=\"\(escapedText(image))\" "
      + "alt=\"\(escapedText(text))\" height=\"\(Badge.height)\"></a>"
    return .record(
      Record(
        VendorTypes.badge,
        [
          "url": .text(plan.link(to: .document(.badge(vendor)))),
          "text": .text(badge.title),
          "width": .number(Decimal(badge.width)),
          "height": .number(Decimal(Badge.height)),
          "html": .text(html),
          "markdown": .text("[![\(escapedMarkdown(text))](\(image))](\(page))"),
        ]))
  }

  /// Escapes a text for Markdown.
  private func escapedMarkdown(_ text: String) -> String {
    String(
      text.flatMap { character -> [Character] in
        character.isNewline
          ? [" "] : "\\`*_[]<>&!#".contains(character) ? ["\\", character] : [character]
      })
  }
}
