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
  private let places: [String: [VendorPosition]]
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
    var places: [String: [VendorPosition]] = [:]
    for (category, names) in short.enumerated() {
      for (vendor, name) in names.enumerated() {
        places[name, default: []].append(VendorPosition(CategoryPosition(category), vendor))
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
        guard case .comparison(let pair)? = plan.comparison(of: left, and: right) else {
          return false
        }
        let slugs = (plan.edition[pair.leftVendor].slug, plan.edition[pair.rightVendor].slug)
        return !titled.contains(SlugPair.name(slugs.0.text, slugs.1.text))
      }
    }
  }
}
