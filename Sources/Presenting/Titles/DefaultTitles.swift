import Comparing
import Content
import Planning
import Templating

/// The titles of pages for which no author wrote one. Queries are answered one by one, because
/// there is no list of all pairs.
struct DefaultTitles {
  private let plan: SitePlan
  private let phrases: Phrasebook
  private let gaps: [EnginePhrase: [String: GapValues]]
  /// The positions of the vendors with each name.
  private let places: [String: [VendorPosition]]
  /// The pairs whose title an editor wrote, in the form `a-vs-b`.
  private let titled: Set<String>

  /// - Parameters:
  ///   - short: the vendors' names in titles of comparisons, by category.
  ///   - names: the names on other kinds of pages, by the phrase that uses them.
  init(
    _ plan: SitePlan, _ phrases: Phrasebook, short: [[String]],
    names: [EnginePhrase: [String: [String]]]
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

  /// Reports whether two vendors with these names have a page without a title by an editor.
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
