import Comparing
import Content
import Diagnosing
import FoundationEssentials
import Hashing
import Planning
import System
import Templating

/// Makes the values for the changes between two weeks.
struct ChangeValues: Sendable {
  let from: Week
  let to: Week
  let context: PageContext
  /// The limit on the winners, and on the values, that are listed for a category.
  let limit: Int
  private let made = Lazy<Changes>()

  /// The changes, computed when a page shows them, so that a build skips weeks whose reports are
  /// unchanged.
  var changes: Changes {
    made.value {
      let edition = context.plan.edition
      return Changes(from: edition.asOf(from), to: edition.asOf(to))
    }
  }

  private var plan: SitePlan { context.plan }

  /// - Parameter index: the position of the later week in the plan; not the first.
  init(week index: Int, context: PageContext, limit: Int = 1000) {
    from = context.plan.weeks[index - 1]
    to = context.plan.weeks[index]
    self.context = context
    self.limit = limit
  }

  func record(at index: Int) -> TemplateValue {
    .record(
      Record(
        ChangeTypes.week,
        [
          "name": .text(to.text),
          "date": .text(to.monday.text), "dateShown": .text(context.style.shown(to.monday)),
          "since": .text(from.text),
          "url": .text(plan.link(to: .week(index))),
          "categories": .deferred(DeferredValue(Derived(from: self) { $0.categories })),
        ]))
  }

  private var categories: TemplateValue {
    let changes = changes
    return .list(
      changes.categories.indices.filter { !changes.categories[$0].isEmpty }.map(category))
  }

  private func category(_ index: Int) -> TemplateValue {
    let entry = changes.categories[index]
    let tier = { (vendor: Vendor) in
      vendor.report.tier.map { entry.category.tiers[$0].label } ?? context.say(.changeNoTier)
    }
    return .record(
      Record(
        ChangeTypes.category,
        [
          "slug": .text(entry.category.slug.text),
          "title": .text(entry.category.title),
          "url": .text(plan.link(to: .category(CategoryPosition(index)))),
          "rubric": .list(entry.rubric.map { rubric($0) }),
          "begun": .list(entry.begun.map { .text(entry.category.criterion(at: $0).label) }),
          "ended": .list(entry.ended.map { .text(entry.category.criterion(at: $0).label) }),
          "added": .list(entry.added.map { self.vendor($0) }),
          "retired": .list(entry.retired.map { self.vendor($0) }),
          "renamed": .list(entry.renamed.map(renaming)),
          "tiers": .list(entry.tiers.map { vendor($0.to, from: tier($0.from), to: tier($0.to)) }),
          "winners": .list(entry.winners.prefix(limit).map(winner)),
          "moreWinners": .number(Decimal(max(0, entry.winners.count - limit))),
          "values": .list(entry.values.prefix(limit).map { value($0, in: entry.category) }),
          "moreValues": .number(Decimal(max(0, entry.values.count - limit))),
        ]))
  }

  private func rubric(_ change: RubricChange) -> TemplateValue {
    .record(
      Record(
        ChangeTypes.rubric,
        [
          "from": .text(change.from.text),
          "to": .text(change.to.text),
          "added": .list(change.added.map { rule($0.label, to: $0.definition) }),
          "retired": .list(change.retired.map { rule($0.label, from: $0.definition) }),
          "redefined": .list(
            change.redefined.map {
              rule($0.to.label, from: $0.from.definition, to: $0.to.definition)
            }),
          "winner": change.winner.map { rule("", from: $0.from, to: $0.to) } ?? .none,
        ]))
  }

  private func rule(_ label: String, from: String? = nil, to: String? = nil) -> TemplateValue {
    .record(
      Record(
        ChangeTypes.rule,
        ["label": .text(label), "from": .optional(from), "to": .optional(to)]))
  }

  private func url(of vendor: Vendor) -> String? {
    plan.page(ofVendor: vendor.slug).map { plan.link(to: $0) }
  }

  private func vendor(_ vendor: Vendor, from: String = "", to: String = "") -> TemplateValue {
    .record(
      Record(
        ChangeTypes.vendor,
        [
          "name": .text(context.name(of: vendor)), "url": .optional(url(of: vendor)),
          "from": .text(from), "to": .text(to),
        ]))
  }

  /// The old and the new name or, if only its address changed, the old and the new slug.
  private func renaming(_ change: VendorChange) -> TemplateValue {
    let (old, new) = (change.from, change.to)
    return old.report.name == new.report.name
      ? vendor(new, from: old.slug.text, to: new.slug.text)
      : vendor(new, from: old.report.name, to: new.report.name)
  }

  private func winner(_ change: WinnerChange) -> TemplateValue {
    let (left, right) = (change.left.to, change.right.to)
    let names = ["left": context.name(of: left), "right": context.name(of: right)]
    let winner = { (side: Side?) in side.map { names[$0 == .left ? "left" : "right"] ?? "" }
    }
    return .record(
      Record(
        ChangeTypes.winner,
        [
          "text": .text(context.say(.comparisonTitle, names)),
          "url": .optional(
            plan.page(ofPair: left.slug, right.slug).map { plan.link(to: $0) }),
          "from": .optional(winner(change.from)),
          "to": .optional(winner(change.to)),
        ]))
  }

  private func value(_ change: ValueChange, in category: Category) -> TemplateValue {
    let criterion = category.criterion(at: change.criterion)
    let digits = criterion.digits(telling: change.from, from: change.to)
    let cell = { (cell: Cell?, vendor: Vendor) in
      CellValues(context: context, report: vendor.report)
        .value(cell, for: criterion, digits: digits)
    }
    return .record(
      Record(
        ChangeTypes.value,
        [
          "name": .text(context.name(of: change.vendor.to)),
          "url": .optional(url(of: change.vendor.to)),
          "criterion": .text(criterion.label),
          "from": cell(change.from, change.vendor.from),
          "to": cell(change.to, change.vendor.to),
          "reason": .optional(
            criterion.kind == .score ? change.vendor.to.report.reason?.value : nil),
          "hasLeads": .bool(change.leads != nil),
          "gained": .number(Decimal(change.leads?.gained ?? 0)),
          "lost": .number(Decimal(change.leads?.lost ?? 0)),
        ]))
  }
}

extension ChangeValues: Fingerprinted {
  func add(to input: inout FingerprintInput) {
    let library = plan.edition.library
    input.add(context.linkFingerprint)
    input.add(library.site.file.bytes)
    input.add(limit)
    for entry in plan.edition.categories {
      input.add(entry.category.file.bytes)
      for change in entry.rubricChanges { input.add(change) }
    }
    for article in library.comparisons { input.add(article.file.bytes) }
    for vendor in library.vendors {
      for week in [from, to] {
        let report = vendor.reports.last { $0.week <= week }
        input.add(report?.file.path ?? "")
        input.add(Fingerprint(of: report?.file.bytes ?? []))
        if let report { input.add(context.linkFingerprint(of: report)) }
      }
    }
  }
}

extension FingerprintInput {
  fileprivate mutating func add(_ change: RubricChange) {
    add(change.from.text)
    add(change.to.text)
    let entries = [change.added, change.retired, change.redefined.flatMap { [$0.from, $0.to] }]
    for list in entries {
      add(list.count)
      for entry in list {
        add(entry.label)
        add(entry.definition)
      }
    }
    add(change.winner?.from ?? "")
    add(change.winner?.to ?? "")
  }
}
