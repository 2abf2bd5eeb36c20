import Content
import FoundationEssentials
import System

/// The table as plain numbers, for a program in another language that compares by the same rules.
extension OutcomeTable {
  /// The greatest number whose differences such a program has exactly.
  private static let maxExact: Int64 = 1 << 52

  /// Returns the unit, the text and the number of each value of a vendor, given by position; nil
  /// when a number is too great.
  package func numbers(ofVendor vendor: Int) -> [Int]? {
    let values = encoded[vendor * rules.count..<(vendor + 1) * rules.count]
    guard values.allSatisfy({ $0.number.magnitude < Self.maxExact.magnitude }) else { return nil }
    return values.flatMap { [Int($0.unit), Int($0.text), Int($0.number)] }
  }

  /// For each criterion whether it is ranked, whether more is better, the difference that is still
  /// a tie, and the one that is not yet a win.
  package var ruleNumbers: [[Int]] {
    rules.map { rule in
      [
        rule.isRanked ? 1 : 0, rule.isHigherBetter ? 1 : 0, Int(rule.within), Int(rule.margin),
      ]
    }
  }

  /// The position of the headline among all criteria; nil when there is none.
  package var headlinePosition: Int? { headline }

  /// For each rule of the assessment the position of its criterion, and its variants of the text as
  /// bits, in the order of their raw values.
  package var sentenceNumbers: [[Int]] {
    sentences.map { sentence in
      let mask = AssessmentSentence.Variant.allCases.reduce(0) {
        sentence.texts.holds($1) ? $0 | 1 << $1.rawValue : $0
      }
      return [sentence.criterion, mask]
    }
  }

  /// The most rows that one vendor may lead the other by and yet not win.
  package var leadsMargin: Int {
    let whole = winner.margin.text.prefix { $0 != "." }
    return Int(whole).map { min($0, Int(Self.maxExact)) } ?? Int(Self.maxExact)
  }
}
