import Comparing
import Content
import Presenting
import System
import Templating

/// The tables of a comparison, of which each row holds the cells of both vendors.
extension ComparisonValues {
  var groups: [StagedValue] {
    category.groups.enumerated().map { index, group in
      let rows = group.criteria.indices.map { row in
        criterion(
          group.criteria[row],
          at: category.position(of: CriterionIndex(group: index, criterion: row)))
      }
      let head = TableHead(
        id: group.id, kind: group.kind?.rawValue ?? "table", title: group.title,
        rowHeader: group.rowHeader, hasLeaders: group.criteria.contains(where: \.isRanked),
        tieMark: group.ties == .equals ? "=" : "")
      return table(
        head, differing: facts.differing(inGroup: index), isEmpty: facts.isEmpty(group: index),
        rows: rows, ranged: rows.indices.filter { group.criteria[$0].hasRange }.map { rows[$0] })
    }
  }

  private func criterion(_ criterion: Criterion, at position: Int) -> StagedValue {
    var values = row(
      id: criterion.id, label: criterion.label, cell(.left, position), cell(.right, position),
      isSame: facts.isSame(position))
    values["help"] = .known(.optional(criterion.help))
    values["lowerIsBetter"] = .bool(criterion.isRanked && criterion.better == .lower)
    values["earlierIsBetter"] = .bool(criterion.earlierIsBetter)
    values["hasLead"] = .bool(criterion.isRanked)
    if criterion.isRanked {
      let lead = facts.lead(position)
      values["lead"] = lead.staged { .text($0.lead.rawValue) }
      values["leader"] = lead.staged { outcome in
        switch outcome {
        case .none, .tie, .notComparable: .known(.none)
        case .left: left
        case .right: right
        }
      }
      values["isTie"] = lead.staged { .bool($0 == .tie) }
    }
    if criterion.kind == .set {
      for part in SetDifference.allCases { values[part.rawValue] = part.staged(position) }
    }
    return .record(ComparisonTypes.row, values)
  }

  var segments: StagedValue {
    guard let segments = category.segments else { return .known(.none) }
    let rows = segments.rows.enumerated().map { index, segment in
      StagedValue.record(
        ComparisonTypes.row,
        row(
          id: segment.id, label: segment.label, VendorSlot.fit.cell(.left, index),
          VendorSlot.fit.cell(.right, index), isSame: facts.isSame(segment: index)))
    }
    let head = TableHead(
      id: "segments", kind: "table", title: segments.title, rowHeader: segments.rowHeader,
      hasLeaders: false, tieMark: "")
    return table(
      head, differing: facts.differingSegments, isEmpty: facts.areSegmentsEmpty, rows: rows,
      ranged: rows)
  }

  /// Returns a row that marks no leader.
  private func row(
    id: String, label: String, _ left: StagedValue, _ right: StagedValue,
    isSame: Fact<Answer>
  ) -> [String: StagedValue] {
    [
      "id": .text(id), "label": .text(label), "help": .known(.none),
      "lowerIsBetter": .bool(false), "earlierIsBetter": .bool(false), "left": left, "right": right,
      "cells": .list([left, right]), "hasLead": .bool(false),
      "lead": .text(Lead.none.rawValue), "leader": .known(.none), "isTie": .bool(false),
      "isSame": isSame.staged { .bool($0 == .yes) },
      "shared": .list([]), "onlyLeft": .list([]), "onlyRight": .list([]),
    ]
  }

  /// What a table says of itself.
  private struct TableHead {
    let id: String
    let kind: String
    let title: String
    let rowHeader: String
    let hasLeaders: Bool
    let tieMark: String
  }

  private func table(
    _ head: TableHead, differing: CountFact, isEmpty: Fact<Answer>, rows: [StagedValue],
    ranged: [StagedValue]
  ) -> StagedValue {
    let names = names.merging(["group": .text(head.title)]) { $1 }
    return .record(
      ComparisonTypes.group,
      [
        "id": .text(head.id), "kind": .text(head.kind), "title": .text(head.title),
        "rowHeader": .text(head.rowHeader),
        "caption": context.say(.comparisonCaption, staged: names),
        "hasLeaders": .bool(head.hasLeaders), "tieMark": .text(head.tieMark),
        "rows": .list(rows), "ranged": .list(ranged),
        "differing": differing.staged, "isEmpty": isEmpty.staged { .bool($0 == .yes) },
      ])
  }
}
