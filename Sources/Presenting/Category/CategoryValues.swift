package import Comparing
package import Content
import FoundationEssentials
import Planning
import System
package import Templating

/// Makes the values for a category.
package struct CategoryValues: Sendable {
  let position: CategoryPosition
  let model: SiteModel
  let parts: CategoryParts

  var context: PageContext { model.context }

  /// The weeks in which each criterion was in use, in page order.
  package var uses: [CriterionUse?] {
    parts.uses.value { CriterionUse.all(of: category, in: context.plan.edition) }
  }

  /// The rows in which some pair needs more digits than usual.
  package var detailedRows: DetailedRows {
    parts.detailedRows.value { DetailedRows(entry) }
  }

  /// The places of the ranking, sorted once however many pages show them.
  var ranking: [RankingPlace] { parts.ranking.value { entry.ranking } }
  var entry: EditionCategory { context.plan.edition[position] }
  var category: Category { entry.category }

  /// The short record, used for links.
  package var link: TemplateValue { parts.link.value { makeLink() } }

  private func makeLink() -> TemplateValue {
    var values = linkValues
    values["hasLeaders"] = .bool(category.hasRankedCriteria)
    values["hasEntryPrice"] = .bool(category.entryPrice != nil)
    values["panel"] = PanelValues(category: category, context: context).panel
    return .record(Record(SiteTypes.categoryLink, byName: values))
  }

  private var linkValues: [String: TemplateValue] {
    [
      "slug": .text(category.slug.text),
      "title": .text(category.title),
      "tagline": .optional(category.tagline),
      "url": .text(context.plan.link(to: .category(position))),
      "methodologyURL": .text(context.plan.link(to: .methodology(position))),
    ]
  }

  /// Returns the full record, with at most `places` places of the ranking and `pairs` comparisons.
  package func record(places: Int = .max, pairs: Int = 2500) -> TemplateValue {
    let headline = category.headline.map { category.criterion(at: $0) }
    let count = context.plan.comparisonCount(of: position)
    var values = linkValues
    values["headlineLabel"] = .optional(headline?.label)
    values["lowerIsBetter"] = .bool(headline?.better == .lower)
    values["earlierIsBetter"] = .bool(headline?.earlierIsBetter ?? false)
    values["vendorCount"] = .number(Decimal(entry.vendors.count))
    values["pairCount"] = .number(Decimal(count))
    values["vendors"] = .list(choices)
    let ranking = ranking
    values["ranking"] = .list(places == 0 ? [] : shown(ranking.prefix(places)))
    values["columns"] = .list(columnValues)
    values["hasRankings"] = .bool(!rankings.isEmpty)
    values["pairs"] = .list(
      places == .max ? (count > pairs ? [] : self.pairs(limit: pairs)) : topPairs(limit: pairs))
    values["bestPairs"] = .list(topPairs(limit: min(pairs, 12)))
    return .record(Record(CategoryTypes.category, byName: values))
  }

  /// All vendors, sorted by name and then by slug.
  private var choices: [TemplateValue] { parts.choices.value { makeChoices() } }

  private func makeChoices() -> [TemplateValue] {
    nameOrder.map { index in
      let vendor = entry.vendors[index]
      return .record(
        Record(
          CategoryTypes.choice,
          [
            "slug": .text(vendor.slug.text), "name": .text(context.name(of: vendor)),
            "url": .text(listURL(of: VendorPosition(position, index))),
          ]))
    }
  }

  /// Returns the address at which a vendor's comparisons are listed.
  private func listURL(of vendor: VendorPosition) -> String {
    let plan = context.plan
    if plan.hasComparisonsPage(vendor) { return plan.link(to: .comparisons(vendor)) }
    let page = plan.link(to: .vendor(vendor))
    return plan.hasAlternatives(vendor) ? page + "#comparisons" : page
  }

  /// The positions of the vendors in the order of their names, then of their slugs.
  var nameOrder: [Int] {
    parts.nameOrder.value {
      let order = NameOrder()
      let keys = entry.vendors.map { (order.key(of: $0.report.name), $0.slug) }
      return keys.indices.sorted { keys[$0] < keys[$1] }
    }
  }

  /// Returns a criterion's label, with the title of its group if another column has the same.
  func label(at index: CriterionIndex) -> String {
    let label = category.criterion(at: index).label
    let counts = parts.labelCounts.value {
      tableCriteria.reduce(into: [:]) { $0[category.criterion(at: $1).label, default: 0] += 1 }
    }
    return counts[label, default: 0] > 1
      ? "\(label) (\(category.groups[index.group].title))" : label
  }

  /// Describes the column of a criterion; none if the table does not show it.
  func column(_ index: CriterionIndex) -> TemplateValue {
    columnIndices[index].map { columnValues[$0] } ?? .none
  }

  private var columnValues: [TemplateValue] {
    parts.columnValues.value { tableCriteria.map(makeColumn) }
  }

  private func makeColumn(_ index: CriterionIndex) -> TemplateValue {
    let criterion = category.criterion(at: index)
    let rules = MethodologyValues(position: position, context: context)
    return .record(
      Record(
        CategoryTypes.column,
        [
          "id": .text("\(category.groups[index.group].id).\(criterion.id)"),
          "label": .text(label(at: index)),
          "lowerIsBetter": .bool(criterion.better == .lower),
          "earlierIsBetter": .bool(criterion.earlierIsBetter),
          "isHeadline": .bool(index == category.headline),
          "help": .optional(criterion.help),
          "range": .optional(rules.range(of: criterion)),
          "levels": .optional(criterion.scale.flatMap { levels[$0.name] }),
          "url": rankingURL(index),
        ]))
  }

  /// The values of each scale in words, by its name; many columns may share one.
  private var levels: [String: String] {
    parts.levels.value {
      let rules = MethodologyValues(position: position, context: context)
      return Dictionary(
        uniqueKeysWithValues: category.scales.map { ($0.name, rules.levels(of: $0)) })
    }
  }

  /// Returns the address of the page that ranks vendors by a criterion, if it ranks any.
  func rankingURL(_ index: CriterionIndex) -> TemplateValue {
    entry.isComparable(index) ? .text(context.plan.link(to: .ranking(position, index))) : .none
  }

  /// The criteria that the category's table shows, in page order: those that are ranked or, where
  /// none is, those with words of a scale, by which readers can choose.
  private var tableCriteria: [CriterionIndex] {
    let ranked = category.rankedCriteria
    guard ranked.isEmpty else { return ranked }
    return category.criteria.filter {
      let kind = category.criterion(at: $0).kind
      return kind == .state || kind == .level
    }
  }

  /// The columns of the category's table.
  var columns: [RankingColumn] {
    parts.columns.value { tableCriteria.map { RankingColumn(entry, at: $0) } }
  }

  /// The position of each criterion among the columns.
  var columnIndices: [CriterionIndex: Int] {
    parts.columnIndices.value {
      Dictionary(uniqueKeysWithValues: tableCriteria.enumerated().map { ($1, $0) })
    }
  }

  private func shown(_ places: ArraySlice<RankingPlace>) -> [TemplateValue] {
    let columns = columns
    let names = Dictionary(uniqueKeysWithValues: nameOrder.enumerated().map { ($1, $0 + 1) })
    return places.compactMap { place in
      context.plan.edition.position(of: place.vendor.slug.text).map {
        shown(place, at: $0, columns, namePlace: names[$0.index] ?? 0)
      }
    }
  }

  private func shown(
    _ place: RankingPlace, at position: VendorPosition, _ columns: [RankingColumn], namePlace: Int
  ) -> TemplateValue {
    let values = model.vendor(position)
    let cells = columns.map { cell(in: $0, of: position) }
    return .record(
      Record(
        CategoryTypes.place,
        [
          "rank": place.place.map { .number(Decimal($0)) } ?? .none,
          "vendor": values.vendor,
          "namePlace": .number(Decimal(namePlace)),
          "value": category.headline.map { headline in
            zip(columns, cells).first { $0.0.index == headline }?.1
              ?? values.cells[headline.group][headline.criterion]
          } ?? .none,
          "cells": .list(cells),
          "places": .list(columns.map { .number(Decimal($0.places[position.index] ?? 0)) }),
          "leads": .list(columns.map { .bool($0.leaders.contains(position.index)) }),
        ]))
  }

  /// Returns a vendor's cell in a column, with the digits that the column needs.
  func cell(in column: RankingColumn, of vendor: VendorPosition) -> TemplateValue {
    if let digits = column.digits[vendor.index] {
      return VendorValues.cell(
        at: column.index, of: context.plan.edition[vendor], in: category, digits: digits, context)
    }
    return model.vendor(vendor).cells[column.index.group][column.index.criterion]
  }

  private func pairs(limit: Int) -> [TemplateValue] {
    var pairs: [TemplateValue] = []
    for left in context.plan.edition.vendorPositions(of: position) {
      for right in context.plan.rights(ofLeft: left) {
        if pairs.count == limit { return pairs }
        pairs.append(pair(PairPosition(position, left: left.index, right: right)))
      }
    }
    return pairs
  }

  /// Returns comparisons of the best vendors, starting with the first against the second.
  private func topPairs(limit: Int) -> [TemplateValue] {
    let best = ranking.prefix(8).compactMap {
      context.plan.edition.position(of: $0.vendor.slug.text)
    }
    var pairs: [TemplateValue] = []
    for (place, lower) in best.enumerated() {
      for higher in best[..<place] where pairs.count < limit {
        if case .comparison(let position)? = context.plan.comparison(of: lower, and: higher) {
          pairs.append(pair(position))
        }
      }
    }
    return pairs
  }

  private func pair(_ pair: PairPosition) -> TemplateValue {
    let (a, b) = (entry.vendors[pair.left], entry.vendors[pair.right])
    let names = ["left": context.name(of: a), "right": context.name(of: b)]
    return .record(
      Record(
        CategoryTypes.pair,
        [
          "text": .text(context.say(.comparisonTitle, names)),
          "url": .text(context.plan.link(to: .comparison(pair))),
          "left": .text(a.slug.text),
          "right": .text(b.slug.text),
        ]))
  }
}

/// Values of a category that several pages share, each made once.
final class CategoryParts: Sendable {
  let ranking = Lazy<[RankingPlace]>()
  /// The columns of the ranking, with the leaders and the order of each.
  let columns = Lazy<[RankingColumn]>()
  let columnValues = Lazy<[TemplateValue]>()
  let columnIndices = Lazy<[CriterionIndex: Int]>()
  /// How many columns have a label.
  let labelCounts = Lazy<[String: Int]>()
  let link = Lazy<TemplateValue>()
  let levels = Lazy<[String: String]>()
  let rankings = Lazy<[CriterionIndex]>()
  let nameOrder = Lazy<[Int]>()
  let choices = Lazy<[TemplateValue]>()
  let uses = Lazy<[CriterionUse?]>()
  let detailedRows = Lazy<DetailedRows>()
  let closeness = Lazy<Closeness>()
  /// The position of each vendor in the ranking, and its place, by vendor position.
  let standings = Lazy<[Int: (order: Int, place: Int?)]>()
  /// The alternatives to each vendor, by vendor position.
  let alternatives: LazyArray<[Int]>

  init(vendorCount: Int) { alternatives = LazyArray(count: vendorCount) }
}

extension Category {
  /// Returns the position of a criterion among all criteria of the category.
  package func position(of index: CriterionIndex) -> Int {
    groups.prefix(index.group).reduce(0) { $0 + $1.criteria.count } + index.criterion
  }
}
