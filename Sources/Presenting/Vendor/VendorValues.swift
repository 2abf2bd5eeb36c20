package import Comparing
package import Content
import Diagnosing
import FoundationEssentials
import Markup
import Planning
package import Templating

/// The values for a vendor, made once and shared by all pages that show the vendor.
package struct VendorValues: Sendable {
  /// The `vendor` record.
  package let vendor: TemplateValue
  /// The cells, in the shape of the category's groups.
  package private(set) var cells: [[TemplateValue]]
  /// The cells of the segment table, one per row.
  package let fit: [TemplateValue]
  /// The vendor's answers to prompts, as a list.
  package let answers: TemplateValue

  init(
    _ vendor: Vendor, in category: Category, page: Page, answers: TemplateValue,
    with context: PageContext
  ) {
    self.answers = answers
    let cells = CellValues(context: context, report: vendor.report)
    let trend = Trend(of: vendor, in: category, context: context)
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
    self.vendor = Self.record(vendor, in: category, page, rows, context)
  }

  /// Returns the values with the cells of a pair's article in place of the report's.
  package func shown(
    in article: ComparisonArticle, _ vendor: Vendor, of category: Category, _ context: PageContext
  ) -> VendorValues {
    let others = article.cells(of: vendor.slug)
    if others.isEmpty { return self }
    let values = CellValues(context: context, report: vendor.report)
    var copy = self
    for (index, cell) in others {
      copy.cells[index.group][index.criterion] = values.value(
        cell, for: category.criterion(at: index))
    }
    return copy
  }

  /// Returns the vendor's cells with more digits than usual.
  package static func detailed(
    _ rows: DetailedRows, of vendor: Vendor, in category: Category, _ context: PageContext
  ) -> [TemplateValue] {
    rows.variants.map {
      cell(at: $0.criterion, of: vendor, in: category, digits: $0.digits, context)
    }
  }

  /// A cell with a number of digits of its own.
  static func cell(
    at index: CriterionIndex, of vendor: Vendor, in category: Category, digits: Int,
    _ context: PageContext
  ) -> TemplateValue {
    let criterion = category.criterion(at: index)
    let trend = Trend(of: vendor, in: category, context: context)
    return CellValues(context: context, report: vendor.report).value(
      vendor.cell(at: index), for: criterion, change: trend.change(at: index, of: criterion),
      digits: digits)
  }

  private static func record(
    _ vendor: Vendor, in category: Category, _ page: Page,
    _ rows: [[TemplateValue]], _ context: PageContext
  ) -> TemplateValue {
    let report = vendor.report
    let statements = { (list: [Statement]) in
      TemplateValue.list(list.map { .html(html(of: $0, context)) })
    }
    let panel = PanelValues(category: category, context: context)
    let shown = { (index: CriterionIndex) in rows[index.group][index.criterion] }
    let tier = report.tier.map { category.tiers[$0].label }
    return .record(
      Record(
        VendorTypes.vendor,
        [
          "slug": .text(vendor.slug.text),
          "name": .text(context.name(of: vendor)),
          "distinctName": .text(context.name(of: vendor)),
          "title": .text(report.title ?? context.name(of: vendor)),
          "url": .text(context.plan.link(to: page)),
          "week": .text(report.week.text),
          "updated": .text(report.updated.text),
          "updatedShown": .text(context.style.shown(report.updated)),
          "isStale": .bool(vendor.isStale),
          "tier": .optional(tier),
          "tagline": .optional(report.tagline),
          "summary": .optional(report.summary),
          "website": .optional(report.website),
          "logo": .optional(report.logo.map { context.address($0.value) }),
          "headline": category.headline.map(shown) ?? .none,
          "relationship": .optional(relationship(of: report)),
          "pros": statements(report.pros),
          "cons": statements(report.cons),
          "bestFor": statements(report.bestFor),
          "cautionFor": statements(report.cautionFor),
          "disclosure": .optional(disclosure(of: report, context)),
          "facts": facts(of: report, in: category),
          "panel": panel.verdict(of: report),
          "votes": panel.votes(of: report),
          "entryPrice": category.entryPrice.map(shown) ?? .none,
          "series": SeriesValues.deferred(vendor, in: category, context),
        ]))
  }
}

/// Renders a statement as HTML, with links to its evidence.
private func html(of statement: Statement, _ context: PageContext) -> String {
  let links = statement.evidence.map { source in
    let (url, title) = (escapedText(source.url), escapedText(source.title ?? source.url))
    return " <small class=\"source\"><a href=\"\(url)\">\(title)</a></small>"
  }
  return context.markdown.inline(statement.text) + links.joined()
}

/// Returns the publisher's relationship to the vendor, as the report states it; nil if there is
/// none.
private func relationship(of report: Report) -> String? {
  report.disclosure?.relationship.flatMap { $0.value == "none" ? nil : $0.value }
}

/// Returns a sentence about how the report was made; nil if the report does not say.
private func disclosure(of report: Report, _ context: PageContext) -> String? {
  guard let disclosure = report.disclosure, let made = disclosure.made else { return nil }
  let sentences = [
    context.say(made: made), disclosure.by.map { context.say(.disclosureBy, ["by": $0]) },
    disclosure.reviewedBy.map { context.say(.disclosureReviewed, ["reviewer": $0]) },
  ]
  return sentences.compactMap(\.self).joined(separator: " ")
}

extension PageContext {
  /// Says whether people or machines made a report: a sentence for the known words, otherwise the
  /// word as written.
  fileprivate func say(made: String) -> String {
    switch made {
    case "human": say(.disclosureHuman)
    case "ai-assisted": say(.disclosureAssisted)
    case "ai-generated": say(.disclosureGenerated)
    default: say(.disclosureMade, ["made": made])
    }
  }
}

/// Returns the number of values, and how many of them have evidence (T-07).
private func facts(of report: Report, in category: Category) -> TemplateValue {
  var (known, sourced, unsourced) = (0, 0, 0)
  for (group, cells) in report.cells.enumerated() {
    for (position, cell) in cells.enumerated() {
      guard let cell, cell.value != nil else { continue }
      known += 1
      if !cell.evidence.isEmpty {
        sourced += 1
      } else if category.groups[group].criteria[position].isRanked {
        unsourced += 1
      }
    }
  }
  return .record(
    Record(
      AssessmentTypes.facts,
      [
        "sourced": .number(Decimal(sourced)),
        "count": .number(Decimal(known)),
        "unsourced": .number(Decimal(unsourced)),
      ]))
}

extension Category {
  /// The criterion of the lowest price: a money criterion with the id `entry`.
  var entryPrice: CriterionIndex? {
    for (group, criteria) in groups.map(\.criteria).enumerated() {
      if let criterion = criteria.firstIndex(where: { $0.id == "entry" && $0.kind == .money }) {
        return CriterionIndex(group: group, criterion: criterion)
      }
    }
    return nil
  }
}
