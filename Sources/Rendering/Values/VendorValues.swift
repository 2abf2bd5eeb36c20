import Comparing
import Diagnosing
import Planning
import Reading
import Templating

/// What templates see of one vendor, made once and shared by all its pages.
struct VendorValues: Sendable {
  /// The `vendor` record.
  let vendor: TemplateValue
  /// The cells, in the shape of the category's groups.
  let cells: [[TemplateValue]]
  /// The cells of the segment table, one a row.
  let fit: [TemplateValue]

  init(_ vendor: Vendor, in category: Category, page: Page, with words: Wording) {
    let cells = CellValues(words: words, report: vendor.report)
    let trend = Trend(of: vendor, words: words)
    let rows = category.groups.indices.map { group in
      category.groups[group].criteria.indices.map { row in
        let index = CriterionIndex(group: group, criterion: row)
        let criterion = category.criterion(at: index)
        return cells.value(
          vendor.cell(at: index), for: criterion, change: trend.change(at: index, of: criterion))
      }
    }
    self.cells = rows
    fit = vendor.report.fit.map { position in
      cells.value(position, of: category.segments?.scale)
    }
    let headline = category.headline.map { rows[$0.group][$0.criterion] }
    self.vendor = Self.record(vendor, in: category, page, headline: headline, words)
  }

  private static func record(
    _ vendor: Vendor, in category: Category, _ page: Page, headline: TemplateValue?,
    _ words: Wording
  ) -> TemplateValue {
    let report = vendor.report
    let statements = { (list: [Statement]) in
      TemplateValue.list(list.map { .html(words.markdown.inline($0.text)) })
    }
    let tier = report.tier.map { category.tiers[$0].label }
    return .record(
      Record(
        VendorTypes.vendor,
        [
          "slug": .text(vendor.slug.text),
          "name": .text(report.name),
          "title": .text(report.title ?? report.name),
          "url": .text(words.plan.link(to: page)),
          "week": .text(report.week.text),
          "updated": .text(report.updated.text),
          "updatedShown": .text(words.style.shown(report.updated)),
          "isStale": .bool(vendor.isStale),
          "tier": .optional(tier),
          "tagline": .optional(report.tagline),
          "summary": .optional(report.summary),
          "website": .optional(report.website),
          "logo": .optional(report.logo.map { words.plan.base.path + $0 }),
          "headline": headline ?? .none,
          "relationship": .optional(relationship(of: report)),
          "pros": statements(report.pros),
          "cons": statements(report.cons),
          "bestFor": statements(report.bestFor),
          "cautionFor": statements(report.cautionFor),
        ]))
  }
}

/// What ties the publisher to the vendor; nil when nothing does.
private func relationship(of report: Report) -> String? {
  report.disclosure?.relationship.flatMap { $0.value == "none" ? nil : $0.value }
}

extension TemplateValue {
  /// A text that may not be there.
  static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .none }
}
