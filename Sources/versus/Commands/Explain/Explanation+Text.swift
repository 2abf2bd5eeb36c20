import Comparing
import Content

extension Explanation {
  /// Returns the comparison as text: each row with its leader, and the place of each value.
  func text(_ comparison: Comparison) -> String {
    var lines = ["\(left) vs \(right), \(category), \(week)"]
    for (group, entry) in zip(groups, comparison.category.groups) {
      lines += ["", entry.title]
      for (row, criterion) in zip(group.rows, entry.criteria) {
        lines += self.lines(of: row, criterion)
      }
    }
    lines += ["", "\(left) leads \(tally.left), \(right) leads \(tally.right), \(tally.even) even"]
    lines.append("winner: \(winner ?? "none") (\(reason)): \(why(comparison))")
    lines.append(indexed ? "search engines: shown" : "search engines: not shown (noindex)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of row: Row, _ criterion: Criterion) -> [String] {
    let direction = criterion.isRanked && criterion.better == .lower ? ", lower is better" : ""
    let order = criterion.scale.map { " (\($0.ranked.map(\.id).joined(separator: " < ")))" } ?? ""
    let width = max(left.count, right.count)
    let values = [(left, row.left), (right, row.right)].map { name, value in
      let shown = value.map { "\($0.shown)  (\($0.file):\($0.line))" } ?? "no data"
      return "      \(name)\(String(repeating: " ", count: width - name.count))  \(shown)"
    }
    let outcome = outcome(of: row)
    return ["  \(mark(row.lead)) \(criterion.label): \(outcome)\(direction)\(order)"] + values
  }

  private func outcome(of row: Row) -> String {
    switch row.reason {
    case .missing: "no leader, a value is missing"
    case .notComparable: "no leader, not comparable"
    case .unranked: "no leader by rule"
    case nil: row.lead == "tie" ? "tie" : "\(row.lead == "left" ? left : right) leads"
    }
  }

  private func why(_ comparison: Comparison) -> String {
    let rule = comparison.category.winner
    let headline = comparison.category.headline.map {
      comparison.category.criterion(at: $0).label
    }
    let basis = rule.by == .leads ? "the number of leads" : headline.map { "'\($0)'" } ?? "nothing"
    switch comparison.verdict.reason {
    case .headline, .leads: return "decided by \(basis)"
    case .tie: return "the two are tied on \(basis)"
    case .withinMargin: return "the difference in \(basis) is within the margin of \(rule.margin)"
    case .insufficientData:
      let shared = tally.left + tally.right + tally.even
      if shared < rule.requireShared {
        let counted = shared == 1 ? "1 criterion" : "\(shared) criteria"
        return "\(counted) can be compared, and a winner needs \(rule.requireShared)"
      }
      return isHeadlineMissing(comparison)
        ? "\(basis) is not known of both" : "\(basis) cannot be compared"
    case .none: return "the category names no winners"
    }
  }

  private func isHeadlineMissing(_ comparison: Comparison) -> Bool {
    guard comparison.category.winner.by == .headline,
      let index = comparison.category.headline
    else { return false }
    return comparison.rows[index.group][index.criterion].lead == .none
  }

  private func mark(_ lead: String) -> String {
    switch lead {
    case "left": "◀"
    case "right": "▶"
    case "tie": "="
    default: "·"
    }
  }
}
