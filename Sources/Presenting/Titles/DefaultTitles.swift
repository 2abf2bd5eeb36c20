import Comparing
import Content
import Planning
import Templating

/// The titles that pages have without an author, asked one by one: of all pairs there is no list.
struct DefaultTitles {
  private let plan: SitePlan
  private let phrases: Phrasebook
  private let gaps: [Phrase: [String: GapValues]]
  /// Where the vendors of each name stand.
  private let places: [String: [(category: Int, vendor: Int)]]
  /// The pairs that an editor gave a title, as `a-vs-b`.
  private let titled: Set<String>

  /// - Parameters:
  ///   - short: the vendors' names by category, as the titles of comparisons say them.
  ///   - names: the same of other pages, by the phrase that says them.
  init(
    _ plan: SitePlan, _ phrases: Phrasebook, short: [[String]], names: [Phrase: [String: [String]]]
  ) {
    self.plan = plan
    self.phrases = phrases
    let vendors = GapValues(short.joined())
    gaps = names.mapValues { $0.mapValues { GapValues($0) } }
      .merging([.comparisonTitle: ["left": vendors, "right": vendors]]) { $1 }
    var places: [String: [(category: Int, vendor: Int)]] = [:]
    for (category, names) in short.enumerated() {
      for (vendor, name) in names.enumerated() {
        places[name, default: []].append((category, vendor))
      }
    }
    self.places = places
    titled = Set(
      plan.edition.library.comparisons.filter { $0.title != nil }.map(\.pairName))
  }

  func contains(_ title: String) -> Bool {
    gaps.contains { phrase, known in
      let fillings = phrases.fillings(of: phrase.rawValue, saying: title, among: known)
      return phrase == .comparisonTitle ? fillings.contains(where: isDefault) : !fillings.isEmpty
    }
  }

  /// Whether two vendors of these names have a page and its title is no editor's.
  private func isDefault(_ names: [String: String]) -> Bool {
    (places[names["left"] ?? ""] ?? []).contains { left in
      (places[names["right"] ?? ""] ?? []).contains { right in
        guard left.category == right.category,
          case .comparison(let category, let first, let second)? = plan.comparison(
            of: left.vendor, and: right.vendor, inCategory: left.category)
        else { return false }
        let vendors = plan.edition.categories[category].vendors
        return !titled.contains("\(vendors[first].slug.text)-vs-\(vendors[second].slug.text)")
      }
    }
  }
}
