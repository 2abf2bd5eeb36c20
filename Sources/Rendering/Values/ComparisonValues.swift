import Comparing
import FoundationEssentials
import Planning
import Reading
import Templating

/// Makes what the comparison template sees of one pair from what is already there of each vendor.
struct ComparisonValues {
  let comparison: Comparison
  let left: VendorValues
  let right: VendorValues
  let categoryLink: TemplateValue
  let article: ComparisonArticle?
  let words: Wording

  func record(sentences: [String]) -> TemplateValue {
    .record(
      Record(
        ComparisonTypes.comparison,
        [
          "title": .text(title),
          "suffix": .optional(article?.suffix),
          "category": categoryLink,
          "asOf": .text(max(comparison.left.report.week, comparison.right.report.week).text),
          "winner": winner?.vendor ?? .none,
          "reason": .text(comparison.verdict.reason.rawValue),
          "reasonShown": .text(reason),
          "tally": tally,
          "groups": .list(comparison.category.groups.indices.map(group)),
          "segments": segments,
          "sentences": .list(sentences.map { .text($0) }),
          "answer": article?.answer.map { .html(words.markdown.inline($0)) } ?? .none,
          "article": article.flatMap { words.html($0.body) } ?? .none,
        ]))
  }

  var title: String {
    article?.title
      ?? words.say(
        .comparisonTitle,
        ["left": comparison.left.report.name, "right": comparison.right.report.name])
  }

  private var winner: VendorValues? { comparison.verdict.winner.map { $0 == .left ? left : right } }

  private var tally: TemplateValue {
    .record(
      Record(
        ComparisonTypes.tally,
        [
          "left": .number(Decimal(comparison.tally.left)),
          "right": .number(Decimal(comparison.tally.right)),
          "even": .number(Decimal(comparison.tally.even)),
        ]))
  }

  private func group(_ index: Int) -> TemplateValue {
    let group = comparison.category.groups[index]
    let rows = comparison.rows[index].indices.map { row in
      self.row(
        comparison.rows[index][row], left: left.cells[index][row], right: right.cells[index][row])
    }
    return table(
      id: group.id, title: group.title, rowHeader: group.rowHeader,
      hasLeaders: group.criteria.contains(where: \.isRanked),
      tieMark: group.ties == .equals ? "=" : "", rows: rows)
  }

  private func row(
    _ row: ComparisonRow, left: TemplateValue, right: TemplateValue
  ) -> TemplateValue {
    let sets = SetDifference(row.left?.value, row.right?.value)
    return record(
      id: row.criterion.id, label: row.criterion.label, help: row.criterion.help,
      lowerIsBetter: row.criterion.isRanked && row.criterion.better == .lower,
      cells: (left, right), hasLead: row.criterion.isRanked, lead: row.lead, sets: sets)
  }

  private var segments: TemplateValue {
    guard let segments = comparison.category.segments else { return .none }
    let rows = segments.rows.indices.map { index in
      record(
        id: segments.rows[index].id, label: segments.rows[index].label,
        cells: (left.fit[index], right.fit[index]))
    }
    return table(
      id: "segments", title: segments.title, rowHeader: segments.rowHeader, hasLeaders: false,
      rows: rows)
  }

  private func table(
    id: String, title: String, rowHeader: String, hasLeaders: Bool, tieMark: String = "",
    rows: [TemplateValue]
  ) -> TemplateValue {
    let names = [
      "group": title, "left": comparison.left.report.name, "right": comparison.right.report.name,
    ]
    return .record(
      Record(
        ComparisonTypes.group,
        [
          "id": .text(id), "kind": .text("table"), "title": .text(title),
          "rowHeader": .text(rowHeader), "caption": .text(words.say(.comparisonCaption, names)),
          "hasLeaders": .bool(hasLeaders), "tieMark": .text(tieMark), "rows": .list(rows),
        ]))
  }

  private func record(
    id: String, label: String, help: String? = nil, lowerIsBetter: Bool = false,
    cells: (TemplateValue, TemplateValue), hasLead: Bool = false, lead: Lead = .none,
    sets: SetDifference = SetDifference(nil, nil)
  ) -> TemplateValue {
    .record(
      Record(
        ComparisonTypes.row,
        [
          "id": .text(id), "label": .text(label), "help": .optional(help),
          "lowerIsBetter": .bool(lowerIsBetter), "left": cells.0, "right": cells.1,
          "hasLead": .bool(hasLead), "lead": .text(lead.rawValue),
          "leader": lead == .left ? left.vendor : lead == .right ? right.vendor : .none,
          "isTie": .bool(lead == .tie),
          "shared": .list(sets.shared.map { .html(escapedText($0)) }),
          "onlyLeft": .list(sets.onlyLeft.map { .html(escapedText($0)) }),
          "onlyRight": .list(sets.onlyRight.map { .html(escapedText($0)) }),
        ]))
  }

  private var reason: String {
    let names = ["left": comparison.left.report.name, "right": comparison.right.report.name]
    let category = comparison.category
    let winner = comparison.verdict.winner == .right ? names["right"] : names["left"]
    switch comparison.verdict.reason {
    case .headline:
      let label = category.headline.map { category.criterion(at: $0).label } ?? ""
      return words.say(.reasonHeadline, ["winner": winner ?? "", "criterion": label])
    case .leads:
      let (most, least) = (
        max(comparison.tally.left, comparison.tally.right),
        min(comparison.tally.left, comparison.tally.right)
      )
      return words.say(
        .reasonLeads, ["winner": winner ?? "", "count": "\(most)", "other": "\(least)"])
    case .tie: return words.say(.reasonTie, names)
    case .withinMargin: return words.say(.reasonWithinMargin, names)
    case .insufficientData:
      return words.say(.reasonInsufficientData, ["count": "\(category.winner.requireShared)"])
    case .none: return words.say(.reasonNone)
    }
  }
}

/// What two sets have in common, each part in the order written.
struct SetDifference {
  let shared: [String]
  let onlyLeft: [String]
  let onlyRight: [String]

  init(_ left: CellValue?, _ right: CellValue?) {
    guard case .set(let a) = left, case .set(let b) = right else {
      (shared, onlyLeft, onlyRight) = ([], [], [])
      return
    }
    shared = a.filter(b.contains)
    onlyLeft = a.filter { !b.contains($0) }
    onlyRight = b.filter { !a.contains($0) }
  }
}
