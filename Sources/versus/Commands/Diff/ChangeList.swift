import Comparing
import Content
import System

/// Changes as data: the contract of `diff --format json`.
struct ChangeList: Encodable {
  struct Leads: Encodable {
    let gained: Int
    let lost: Int
  }

  struct Value: Encodable {
    let vendor: String
    /// The criterion in the form `group.criterion`.
    let criterion: String
    /// The old text in the report; null if there is none.
    let from: WrittenValue?
    let to: WrittenValue?
    /// The number of vendors that this one now leads, and the number that it no longer leads; null
    /// for a criterion without leaders.
    let lead: Leads?

    private enum CodingKeys: CodingKey { case vendor, criterion, from, to, lead }

    /// Encodes missing values as null instead of leaving them out.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(vendor, forKey: .vendor)
      try values.encode(criterion, forKey: .criterion)
      try values.encode(from, forKey: .from)
      try values.encode(to, forKey: .to)
      try values.encode(lead, forKey: .lead)
    }
  }

  struct Winner: Encodable {
    let left: String
    let right: String
    /// The previous winner; null if there was none.
    let from: String?
    let to: String?

    private enum CodingKeys: CodingKey { case left, right, from, to }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(left, forKey: .left)
      try values.encode(right, forKey: .right)
      try values.encode(from, forKey: .from)
      try values.encode(to, forKey: .to)
    }
  }

  /// A change of a rubric, as far as frozen weeks show it.
  struct Rubric: Encodable {
    struct Definition: Encodable {
      /// The rule that changed: `group.criterion`, or `winner`.
      let rule: String
      /// The old rule; left out for a new rule.
      let from: String?
      /// The new rule; left out for a retired rule.
      let to: String?
    }

    let category: String
    /// The week before the change; `to` is the week after it.
    let from: String
    let to: String
    let rules: [Definition]

    init(_ change: RubricChange, of category: Category) {
      self.category = category.slug.text
      (from, to) = (change.from.text, change.to.text)
      rules =
        change.added.map { Definition(rule: $0.path, from: nil, to: $0.definition) }
        + change.retired.map { Definition(rule: $0.path, from: $0.definition, to: nil) }
        + change.redefined.map {
          Definition(rule: $0.to.path, from: $0.from.definition, to: $0.to.definition)
        }
        + (change.winner.map { [Definition(rule: "winner", from: $0.from, to: $0.to)] } ?? [])
    }
  }

  /// A vendor with another name. Elsewhere in the list, it has the slug that it has now.
  struct Renaming: Encodable {
    struct Name: Encodable {
      let vendor: String
      let name: String

      init(_ vendor: Vendor) { (self.vendor, name) = (vendor.slug.text, vendor.report.name) }
    }

    let from: Name
    let to: Name
  }

  let from: String
  let to: String
  /// The changes of rubrics; left out if there are none.
  let rubric: [Rubric]?
  let added: [String]
  let retired: [String]
  let renamed: [Renaming]
  let changed: [Value]
  let flipped: [Winner]

  init(_ changes: Changes) {
    from = changes.from.text
    to = changes.to.text
    let rubric = changes.categories.flatMap { category in
      category.rubric.map { Rubric($0, of: category.category) }
    }
    self.rubric = rubric.isEmpty ? nil : rubric
    added = changes.categories.flatMap { $0.added.map(\.slug.text) }
    retired = changes.categories.flatMap { $0.retired.map(\.slug.text) }
    renamed = changes.categories.flatMap { category in
      category.renamed.map { Renaming(from: Renaming.Name($0.from), to: Renaming.Name($0.to)) }
    }
    changed = changes.categories.flatMap { category in
      category.values.map { change in
        Value(
          vendor: change.vendor.to.slug.text,
          criterion: category.category.criterionPath(of: change.criterion),
          from: change.from?.written, to: change.to?.written,
          lead: change.leads.map { Leads(gained: $0.gained, lost: $0.lost) })
      }
    }
    flipped = changes.categories.flatMap { category in
      category.winners.map { change in
        Winner(
          left: change.left.to.slug.text, right: change.right.to.slug.text,
          from: change.winner(change.from), to: change.winner(change.to))
      }
    }
  }
}

extension WinnerChange {
  /// Returns the slug of the winner.
  func winner(_ side: Side?) -> String? {
    side?.pick(left, right).to.slug.text
  }
}
