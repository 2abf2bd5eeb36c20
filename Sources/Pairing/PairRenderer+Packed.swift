import Comparing
import Content
import System
package import Templating

/// The comparisons of a category in parts, from which a host puts pages together.
///
/// The names and the order of the numbers are known in two places: here and in the handler.
extension PairRenderer {
  /// What all pages share: the program, and the rubric as whole numbers.
  ///
  /// - Throws: for a template that needs evaluation of all values, and for values that are too fine
  ///   for whole numbers.
  package func packedProgram() throws(PackingFailure) -> PackedJSON {
    guard let table = comparer.table else { throw PackingFailure.tooFine }
    let category = comparer.entry.category
    let facts = comparer.facts
    return .object([
      "program": try program.packed(),
      "rules": .rows(table.ruleNumbers),
      "winner": .object([
        "by": .text(category.winner.by.rawValue),
        "requireShared": .number(category.winner.requireShared),
        "margin": .number(table.leadsMargin),
        "headline": table.headlinePosition.map { .number($0) } ?? .none,
      ]),
      "indexed": [.number(category.indexed.minShared), .number(category.indexed.minDifferent)],
      "sentences": .rows(table.sentenceNumbers),
      "digits": .list(
        facts.digitsRows.map { [.number($0.row), .list($0.digits.map { .number($0) })] }),
      "groups": .list(facts.groupSizes.map { .number($0) }),
      "segments": .number(facts.segmentCount),
    ])
  }

  /// The pairs that have an article, whose pages are made as a whole.
  package var articlePairs: [(left: Int, right: Int)] {
    comparer.articles.keys.map { ($0.left, $0.right) }
      .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// Finds out whether a vendor's part can be made, without rendering its fragments.
  package func checkPacking(ofVendor index: Int) throws(PackingFailure) {
    _ = try packedNumbers(ofVendor: index)
    if !program.contributesValues { return }
    for side in Side.allCases { try program.checkPacking(of: side, values(of: index)) }
  }

  /// What a vendor contributes to pages.
  ///
  /// - Parameters:
  ///   - version: changes with the part.
  ///   - program: the version of the program that the part belongs to.
  package func packed(
    ofVendor index: Int, version: String, program programVersion: String
  ) throws(PackingFailure) -> PackedJSON {
    let fragments = fragments(ofVendor: index)
    let vendor = comparer.entry.vendors[index]
    var texts = PackedTexts()
    let left = try program.packed(fragments.left, into: &texts)
    let right = try program.packed(fragments.right, into: &texts)
    return .object([
      "version": .text(version), "program": .text(programVersion),
      "week": .number(comparer.weeks[index]),
      "values": .list(try packedNumbers(ofVendor: index).map { .number($0) }),
      "empty": .list(emptyGroups(ofVendor: index).map { .number($0) }),
      "fit": .list(vendor.report.fit.prefix(comparer.facts.segmentCount).map(\.number)),
      "digits": .list(comparer.facts.digitsRows.map { looks(of: vendor, $0.row, $0.digits) }),
      "texts": texts.packed,
      "left": left,
      "right": right,
    ])
  }

  /// The groups in which a vendor has no value.
  private func emptyGroups(ofVendor index: Int) -> [Int] {
    let isEmpty = comparer.emptyGroups[index]
    return isEmpty.indices.filter { isEmpty[$0] }
  }

  /// A vendor's values as whole numbers.
  package func packedNumbers(ofVendor index: Int) throws(PackingFailure) -> [Int] {
    guard let numbers = comparer.table?.numbers(ofVendor: index) else {
      throw PackingFailure.tooFine
    }
    return numbers
  }

  /// The usual digits of a vendor's value, and the value as it is shown with these and with more.
  private func looks(of vendor: Vendor, _ row: Int, _ digits: [Int]) -> PackedJSON {
    let category = comparer.entry.category
    let index = category.criteria[row]
    guard let value = vendor.cell(at: index)?.value,
      let looks = category.criterion(at: index).looks(of: value, digits: digits)
    else { return .none }
    return .list([.number(looks.usual)] + looks.shown.map { .text($0) })
  }
}

extension PackedJSON {
  fileprivate static func rows(_ rows: [[Int]]) -> PackedJSON {
    .list(rows.map { .list($0.map { .number($0) }) })
  }
}

extension ScalePosition? {
  /// A number that is equal for equal positions.
  fileprivate var number: PackedJSON {
    switch self {
    case nil: .none
    case .ranked(let position): .number(position)
    case .unranked(let position): .number(-1 - position)
    }
  }
}
