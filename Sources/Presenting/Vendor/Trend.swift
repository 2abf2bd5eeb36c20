import Comparing
import Content
import FoundationEssentials
import Planning

/// The differences between a vendor's values and its previous report. A trend depends on one vendor
/// alone, so it is made once for all pages that show it.
struct Trend {
  private let vendor: Vendor
  private let category: Category
  private let previous: Report?
  private let context: PageContext
  /// Changes of the rubric that certainly happened after the earlier of the two reports.
  private let rubric: [RubricChange]

  init(of vendor: Vendor, in category: Category, context: PageContext) {
    self.vendor = vendor
    let previous = vendor.previousReport
    self.previous = previous
    self.context = context
    self.category = category
    let entry = context.plan.edition.categories.first { $0.category.slug == category.slug }
    rubric = (entry?.rubricChanges ?? []).filter { change in
      change.from < vendor.report.week && previous.map { change.from >= $0.week } == true
    }
  }

  /// Returns a text such as "+3 since 2026-W13" or "No in 2026-W13"; nil if nothing changed or the
  /// values cannot be compared.
  func change(at index: CriterionIndex, of criterion: Criterion) -> String? {
    guard let previous, let now = vendor.cell(at: index)?.value,
      let then = previous.cells[index.group][index.criterion]?.value, now != then
    else { return nil }
    if let difference = criterion.difference(of: now, from: then) {
      if difference == 0 { return nil }
      let amount = shown(difference, of: now, criterion)
      let isRedefined = !rubric.isEmpty && isRedefined(index)
      return context.say(
        isRedefined ? .changeSinceRedefined : .changeSince,
        ["change": amount, "week": previous.week.text])
    }
    guard case .level = then else { return nil }
    let value = context.style.shown(then, for: criterion)
    return context.say(.changeFrom, ["value": value, "week": previous.week.text])
  }

  private func isRedefined(_ index: CriterionIndex) -> Bool {
    let path = category.criterionPath(of: index)
    return rubric.contains { $0.redefines(path) }
  }

  /// Formats a difference with its sign, in the unit of the value.
  private func shown(_ difference: Decimal, of value: CellValue, _ criterion: Criterion) -> String {
    let sign = difference > 0 ? "+" : "−"
    let size = abs(difference)
    switch value {
    case .money(let money):
      var (currency, period): (String?, String?) = (nil, nil)
      if case .amount(_, let code, let per) = money { (currency, period) = (code, per) }
      let amount = Money.amount(size, currency: currency, per: period)
      return sign + context.style.shown(.money(amount), for: criterion)
    case .duration: return sign + context.style.shown(seconds: size)
    case .number where criterion.kind == .number:
      return sign + context.style.shown(.number(size), for: criterion)
    default: return sign + context.style.grouped(size, digits: criterion.digits)
    }
  }
}
