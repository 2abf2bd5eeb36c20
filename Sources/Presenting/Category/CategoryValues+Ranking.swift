import Comparing
import Content
import FoundationEssentials
import Planning
import System
import Templating

/// What the page of one ranked criterion shows.
extension CategoryValues {
  /// The criteria that have a page of their own, in page order.
  var rankings: [CriterionIndex] { parts.rankings.value { entry.comparableCriteria } }

  /// Returns the column of a criterion; nil if the table does not show it.
  func rankingColumn(at index: CriterionIndex) -> RankingColumn? {
    columnIndices[index].map { columns[$0] }
  }

  /// Returns all vendors by a criterion, best first; those that cannot be compared come last.
  func places(by index: CriterionIndex) -> [TemplateValue] {
    guard let column = rankingColumn(at: index) else { return [] }
    let order = nameOrder
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0 + 1) })
    let vendors = order.sorted {
      (column.places[$0] ?? .max, places[$0] ?? 0) < (column.places[$1] ?? .max, places[$1] ?? 0)
    }
    return vendors.map { place(of: $0, in: column, namePlace: places[$0] ?? 0) }
  }

  private func place(of vendor: Int, in column: RankingColumn, namePlace: Int) -> TemplateValue {
    let vendor = VendorPosition(position, vendor)
    let cell = cell(in: column, of: vendor)
    let place = column.places[vendor.index].map { Decimal($0) }
    return .record(
      Record(
        CategoryTypes.place,
        [
          "rank": .optional(place),
          "vendor": model.vendor(vendor).vendor,
          "namePlace": .number(Decimal(namePlace)),
          "value": cell,
          "cells": .list([cell]),
          "places": .list([.number(place ?? 0)]),
          "leads": .list([.bool(column.leaders.contains(vendor.index))]),
        ]))
  }

  /// Returns the place of a vendor by the criterion that ranks the category; nil without one.
  func standing(of vendor: Int) -> TemplateValue {
    guard let headline = category.headline else { return .none }
    return .record(
      Record(
        VendorTypes.standing,
        [
          "label": .text(category.criterion(at: headline).label),
          "rank": .optional(place(of: vendor).map { Decimal($0) }),
          "count": .number(Decimal(ranking.count { $0.place != nil })),
          "url": .text(context.plan.link(to: .category(position)) + "#ranking"),
        ]))
  }

  /// Returns a sentence on who is best by a criterion, which ranks some vendor.
  func summary(by index: CriterionIndex) -> String {
    guard let column = rankingColumn(at: index) else { return "" }
    let best = column.places.indices.filter { column.places[$0] == 1 }
    guard let first = best.first,
      let value = context.plan.edition[VendorPosition(position, first)].cell(at: index)?.value
    else { return "" }
    let criterion = category.criterion(at: index)
    let shown = context.style.shown(value, for: criterion, digits: column.digits[first])
    let name = context.name(of: context.plan.edition[VendorPosition(position, first)])
    return best.count == 1
      ? context.say(.rankingLead, ["name": name, "value": shown])
      : context.say(.rankingShared, ["count": "\(best.count)", "value": shown])
  }
}
