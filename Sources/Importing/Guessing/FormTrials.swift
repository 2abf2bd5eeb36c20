import Content
import FoundationEssentials
import System

/// The settings under which a column may make sense as values of a criterion, the plainest first.
struct FormTrials {
  struct Trial {
    var column: Mapping.Column
    /// The settings as pairs of the mapping, with the reason for each.
    var lines: [GuessLine] = []
  }

  let texts: [String]
  let criterion: Criterion
  /// The column without settings.
  let plain: Mapping.Column

  var all: [Trial] {
    switch criterion.kind {
    case .score, .count, .number, .percent: numbers(marks: marks)
    case .money: numbers(marks: currencies).map(namingPrices)
    case .duration: numbers(marks: [Trial(column: plain)])
    case .date: dates
    case .state, .level: words
    case .list, .set: lists
    case .text, .version, .rating: [Trial(column: plain)]
    }
  }

  // MARK: Numbers

  /// Each way to write digits, with each mark beside the number.
  private func numbers(marks: [Trial]) -> [Trial] {
    marks.flatMap { mark in
      digits.map { decimal, thousands in
        var trial = mark
        trial.column.form.decimal = decimal
        trial.column.form.thousands = thousands
        if let thousands {
          trial.lines.append(
            GuessLine(
              "thousands: '\(thousands)'", because: "it stands before groups of three digits"))
        }
        if let decimal {
          trial.lines.append(
            GuessLine("decimal: '\(decimal)'", because: "digits of any number stand behind it"))
        }
        return trial
      }.flatMap { fractions($0) + [$0] }
    }
  }

  /// The decimal signs and the signs between groups of digits that the texts may have.
  private var digits: [(decimal: String?, thousands: String?)] {
    let pairs: [(String?, String?)] = [
      (nil, nil), (nil, ","), (",", nil), (",", "."), (nil, "."), (",", " "),
      (nil, "'"), (nil, " "),
    ]
    return pairs.filter { decimal, thousands in
      if let decimal, !texts.contains(where: { $0.contains(decimal) }) { return false }
      // Beside a decimal comma, a point is no decimal sign.
      if decimal == ",", thousands != ".", texts.contains(where: { $0.contains(".") }) {
        return false
      }
      guard let thousands else { return true }
      return texts.contains { $0.contains(thousands) }
        && texts.allSatisfy {
          Self.hasGroups($0, thousands, decimal: decimal ?? (thousands == "." ? "," : "."))
        }
    }
  }

  /// Whether a sign stands in a number only before groups of three digits.
  private static func hasGroups(_ text: String, _ sign: String, decimal: String) -> Bool {
    let halves = text.split(
      separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count > 1, halves[1].contains(sign) { return false }
    let whole = halves.first ?? ""
    let number = whole.drop { !$0.isNumber }
    let parts = number.split(separator: sign, omittingEmptySubsequences: false)
    return parts.dropFirst().allSatisfy { part in
      let digits = part.prefix { $0.isNumber }
      return digits.count == 3
    }
  }

  /// Shares of one as percentages.
  private func fractions(_ trial: Trial) -> [Trial] {
    let numbers = texts.compactMap { Decimal(written: $0) }
    guard criterion.kind == .percent, numbers.count == texts.count,
      numbers.allSatisfy({ $0 <= 1 }), texts.contains(where: { $0.contains(".") })
    else { return [] }
    var scaled = trial
    scaled.column.form.factor = 100
    scaled.lines.append(GuessLine("factor: 100", because: "no number is above 1"))
    return [scaled]
  }

  /// No mark, or the one that stands behind or before all numbers that have any.
  private var marks: [Trial] {
    var trials = [Trial(column: plain)]
    if let mark = Self.commonMark(of: texts) {
      var trial = Trial(column: plain)
      trial.column.form.unit = mark
      trial.lines = [
        GuessLine("unit: \(Self.quoted(mark))", because: "it stands beside the numbers")
      ]
      trials.append(trial)
    }
    return trials
  }

  /// The mark that stands beside all numbers that have any; nil where there are several.
  static func commonMark(of texts: [String]) -> String? {
    let all = Set(texts.compactMap(mark))
    return all.count == 1 ? all.first : nil
  }

  private static func mark(_ text: String) -> String? {
    guard let first = text.firstIndex(where: \.isNumber),
      let last = text.lastIndex(where: \.isNumber)
    else { return nil }
    let before = String(text[..<first].filter { $0 != "-" && $0 != "." }).trimmedSpaces
    let behind = String(text[text.index(after: last)...]).trimmedSpaces
    return behind.isEmpty ? before.isEmpty ? nil : before : behind
  }

  private static let signs = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"]

  /// The codes of the currencies that texts name.
  static func currencies(in texts: [String]) -> [String] {
    signs.keys.sorted().filter { code in
      texts.contains { $0.contains(code) || $0.contains(signs[code] ?? code) }
    }
  }

  /// The code of the one currency that texts name.
  static func currency(in texts: [String]) -> String? {
    let found = currencies(in: texts)
    return found.count == 1 ? found.first : nil
  }

  private var currencies: [Trial] {
    let codes = Self.currencies(in: texts)
    let uses = { (code: String) in
      texts.count { $0.contains(code) || $0.contains(Self.signs[code] ?? code) }
    }
    let marked = codes.sorted { uses($0) > uses($1) }.map { code in
      var trial = Trial(column: plain)
      trial.column.form.currency = code
      let reason =
        codes.count == 1
        ? "amounts have its code or sign" : "most amounts have its code or sign; others keep theirs"
      trial.lines = [GuessLine("currency: \(code)", because: reason)]
      return trial
    }
    return [Trial(column: plain)] + marked
  }

  /// What tables write in place of an amount.
  private static let prices: [String: String] = [
    "free of charge": "free", "gratis": "free", "kostenlos": "free", "gratuit": "free",
    "on request": "contact", "contact us": "contact", "contact sales": "contact",
    "custom": "contact", "auf anfrage": "contact", "sur demande": "contact",
    "a consultar": "contact", "free": "free", "contact": "contact",
  ]

  /// The settings with the words that stand in place of amounts.
  private func namingPrices(_ trial: Trial) -> Trial {
    var trial = trial
    for text in Set(texts) {
      if let word = Self.prices[text.lowercased()], word != text {
        trial.column.values[text] = word
      }
    }
    let pairs = trial.column.values.sorted { $0.key < $1.key }
    if !pairs.isEmpty {
      let all = pairs.map { "\(Self.quoted($0.key)): \($0.value)" }.joined(separator: ", ")
      trial.lines.append(
        GuessLine("values: { \(all) }", because: "words stand in place of amounts"))
    }
    return trial
  }

  // MARK: Others

  private var dates: [Trial] {
    [Trial(column: plain)]
      + ["DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "YYYY/MM/DD"].map { order in
        var trial = Trial(column: plain)
        trial.column.form.date = DateForm(order)
        trial.lines = [GuessLine("date: \(order)", because: "all dates can be read so")]
        return trial
      }
  }

  private var words: [Trial] {
    guard let scale = criterion.scale else { return [] }
    var trial = Trial(column: plain)
    for text in Set(texts).sorted() where scale.position(of: text) == nil {
      if let id = Self.word(text, of: scale) { trial.column.values[text] = id }
    }
    let pairs = trial.column.values.sorted { $0.key < $1.key }
    if !pairs.isEmpty {
      let all = pairs.map { "\(Self.quoted($0.key)): \($0.value)" }.joined(separator: ", ")
      trial.lines = [GuessLine("values: { \(all) }", because: "the words of the scale are others")]
    }
    return [trial]
  }

  /// Texts of tables, by the id of the word that they mean.
  private static let synonyms = [
    "yes": ["y", "true", "1", "ja", "oui", "sí", "supported", "✓", "✔", "✔️", "✅", "☑"],
    "no": ["n", "false", "0", "nein", "non", "none", "unsupported", "✗", "✘", "✖", "✖️", "❌"],
    "partial": ["partially", "partly", "some", "limited", "beta", "~", "◐", "⚠", "⚠️"],
  ]

  /// The word of a scale that a text means.
  private static func word(_ text: String, of scale: Scale) -> String? {
    let small = text.lowercased()
    let choices = scale.ranked + scale.unranked
    let named = choices.first { $0.id == small || $0.label.lowercased() == small }
    return named?.id
      ?? choices.first { synonyms[$0.id]?.contains(small) == true }?.id
  }

  private var lists: [Trial] {
    let marks = [";", "<br>", ",", " / ", "/", " + ", "\u{b7}"]
    guard let separator = marks.first(where: { mark in texts.contains { $0.contains(mark) } })
    else { return [Trial(column: plain)] }
    var trial = Trial(column: plain)
    trial.column.split = separator
    trial.lines = [GuessLine("split: '\(separator)'", because: "it separates the items")]
    return [trial]
  }

  /// A text in single quotes, in which only they mean anything.
  static func quoted(_ text: String) -> String {
    text.allSatisfy { !$0.isNewline && $0 != "\t" }
      ? "'" + text.replacingAll("'", with: "''") + "'" : "\"\""
  }
}

extension String {
  fileprivate var trimmedSpaces: String {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
  }
}
