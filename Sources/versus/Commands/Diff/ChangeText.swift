import Comparing
import Content

/// The result of `diff` as text.
struct ChangeText {
  let changes: Changes
  let style: ValueStyle

  var text: String {
    let title = "\(changes.from.text) → \(changes.to.text)"
    if changes.isEmpty { return "\(title): nothing changed\n" }
    var lines = [title]
    for category in changes.categories where !category.isEmpty {
      lines += ["", category.category.title] + self.lines(of: category)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of category: CategoryChanges) -> [String] {
    section("rubric", category.rubric.flatMap(rubric))
      + section("criteria in use", category.begun.map { category.category.criterionPath(of: $0) })
      + section(
        "criteria out of use", category.ended.map { category.category.criterionPath(of: $0) })
      + section("added", category.added.map(\.slug.text))
      + section("retired", category.retired.map(\.slug.text))
      + section("renamed", category.renamed.map(renaming))
      + section("winners", category.winners.map(winner))
      + section("tiers", category.tiers.map { tier($0, category.category) })
      + section("values", category.values.map { value($0, category.category) })
  }

  private func section(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["  \(title) (\(items.count))"] + items.map { "    " + $0 }
  }

  private func rubric(_ change: RubricChange) -> [String] {
    let since = change.from == changes.from && change.to == changes.to
    let weeks = since ? "" : " (between \(change.from.text) and \(change.to.text))"
    return change.added.map { "\($0.path): new (\($0.definition))\(weeks)" }
      + change.retired.map { "\($0.path): gone (\($0.definition))\(weeks)" }
      + change.redefined.map {
        "\($0.to.path): \($0.from.definition) → \($0.to.definition)\(weeks)"
      }
      + (change.winner.map { ["winner: \($0.from) → \($0.to)\(weeks)"] } ?? [])
  }

  private func renaming(_ change: VendorChange) -> String {
    let (old, new) = (change.from, change.to)
    let slug = change.isMovedOn ? "\(old.slug.text) → \(new.slug.text)" : new.slug.text
    if old.report.name == new.report.name { return slug }
    return "\(slug): \(old.report.name) → \(new.report.name)"
  }

  private func winner(_ change: WinnerChange) -> String {
    let pair = "\(change.left.to.slug.text) vs \(change.right.to.slug.text)"
    let (from, to) = (change.winner(change.from), change.winner(change.to))
    return "\(pair): \(from ?? "no winner") → \(to ?? "no winner")"
  }

  private func tier(_ change: VendorChange, _ category: Category) -> String {
    let label = { (vendor: Vendor) in
      vendor.report.tier.map { category.tiers[$0].label } ?? "none"
    }
    return "\(change.to.slug.text): \(label(change.from)) → \(label(change.to))"
  }

  private func value(_ change: ValueChange, _ category: Category) -> String {
    let criterion = category.criterion(at: change.criterion)
    let (from, to) = (change.from?.value, change.to?.value)
    let digits = criterion.digits(telling: change.from, from: change.to)
    let shown = { (value: CellValue?) in
      value.map { style.shown($0, for: criterion, digits: digits) } ?? "no data"
    }
    let line =
      "\(change.vendor.to.slug.text) \(category.criterionPath(of: change.criterion)): "
      + "\(shown(from)) → \(shown(to))"
    guard let leads = change.leads, leads.gained + leads.lost > 0 else { return line }
    return line + " (leads: +\(leads.gained) −\(leads.lost))"
  }
}
