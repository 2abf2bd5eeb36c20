import Content
package import Diagnosing
import FoundationEssentials
import Markup

/// A category that a table suggests, with a criterion for each column, as a file that says why.
///
/// It depends only on the table. A kind is proposed if every value of the column can be read as
/// one; which values are better is the author's to say.
package struct CategoryGuess {
  /// The file.
  package let text: String

  /// - Returns: nil when an error was reported: the file is no table.
  package init?(_ file: SourceFile, title: String, into log: inout Diagnostics) {
    let form = FormGuess(file)
    guard let table = Table.read(file, form.form, into: &log) else { return nil }
    guard let roles = RoleGuess(table, known: []) else {
      log.report(.tableFormat("the table has no columns with names", at: file.start))
      return nil
    }
    let taken = [roles.vendor, roles.slug, roles.week].compactMap(\.self)
    let missing = MappingGuess.missing(in: table)
    var ids: Set<String> = []
    let columns = table.columns.map(\.value).filter {
      !$0.isEmpty && !taken.contains($0) && !ColumnGuess.isKey($0)
    }
    let found = columns.map { column in
      CriterionGuess(
        column, table, missing: missing.sorted(), isFree: { ids.insert($0).inserted })
    }
    let headline = found.first { $0.isNumber }
    var lines = [GuessLine("title: \(YAMLWriter.scalar(title))")]
    if let headline {
      lines.append(
        GuessLine(
          "headline: facts.\(headline.id)", because: "decides the order and the winner of a pair"))
    } else {
      let isRanked = found.contains { $0.isRanked }
      lines.append(
        isRanked
          ? GuessLine("winner: { by: leads }", because: "who leads more rows wins")
          : GuessLine("winner: { by: none }", because: "no column has an order"))
    }
    lines += ["groups:", "  facts:", "    title: Facts", "    criteria:"].map { GuessLine($0) }
    lines += found.map(\.line)
    let path = MappingGuess.oneLine(file.path)
    text = """
      # A category for \(path) (\(table.size)), proposed by 'versus new category --table'. \
      Read it, correct
      # it, and let 'versus import --guess' propose a mapping of the columns.

      """ + MappingGuess.aligned(lines)
  }
}

/// The criterion that a column suggests.
private struct CriterionGuess {
  private(set) var id: String
  private(set) var line: GuessLine
  private(set) var isNumber = false
  private(set) var isRanked = false

  /// - Parameter isFree: takes an id, unless another column has it.
  init(_ column: String, _ table: Table, missing: [String], isFree: (String) -> Bool) {
    let made = (try? SlugMaker().slug(of: column).get().text) ?? "column"
    id = made
    var number = 2
    while !isFree(id) {
      id = "\(made)-\(number)"
      number += 1
    }
    let label = "label: \(YAMLWriter.scalar(column))"
    line = GuessLine("      \(id): { \(label), kind: text }", because: "texts")
    let texts = table.rows.compactMap { $0.values[column]?.text }.filter {
      !$0.isEmpty && !missing.contains($0)
    }
    guard !texts.isEmpty else {
      line = GuessLine("      \(id): { \(label), kind: text }", because: "no row has a value")
      return
    }
    for form in ValueKind.candidates(for: texts) {
      var criterion = Criterion(id: id, label: column, kind: form.kind, span: table.file.start)
      criterion.scale = form.kind == .state ? Self.states : nil
      (criterion.unit, criterion.currency) = (form.unit, form.currency)
      guard Self.fits(criterion, column, table, missing) else { continue }
      let better = form.isNumber ? ", better: \(Self.better(column))" : ""
      line = GuessLine(
        "      \(id): { \(label), kind: \(form.kind)\(form.keys)\(better) }", because: form.reason)
      isNumber = form.isNumber
      isRanked = form.kind.isOrdered
      return
    }
  }

  /// Whether every value can be read, under some settings of a mapping.
  private static func fits(
    _ criterion: Criterion, _ column: String, _ table: Table, _ missing: [String]
  ) -> Bool {
    let slug = Slug("facts")
    guard let slug else { return false }
    let category = Category(
      file: table.file, slug: slug, title: "",
      winner: WinnerRule(by: .none, margin: 0, requireShared: 0), scales: [],
      groups: [
        Group(
          id: "facts", title: "Facts", rowHeader: "", ties: .equals, criteria: [criterion])
      ])
    let trial = ColumnTrial(table: table, category: category, missing: missing)
    let plain = Mapping.Column(
      name: column, target: .criterion(CriterionIndex(group: 0, criterion: 0)))
    return FormTrials(texts: trial.texts(of: column), criterion: criterion, plain: plain).all
      .contains { trial.failure(of: $0.column) == nil }
  }

  private static let states = Scale(
    name: "state",
    ranked: ["no", "partial", "yes"].map { Choice(id: $0, label: $0) }, unranked: [])

  /// Words in the names of columns whose low values are usually better.
  private static let costs: Set<String> = [
    "age", "bugs", "cost", "costs", "delay", "errors", "failures", "fee", "latency", "memory",
    "kosten", "precio", "preis", "price", "prix", "size", "time", "weight",
  ]

  private static func better(_ column: String) -> Better {
    NameMatch.words(column).contains(where: costs.contains) ? .lower : .higher
  }
}

/// A kind of criterion that a column may be of.
private struct ValueKind {
  let kind: Kind
  let reason: String
  var unit: String?
  var currency: String?
  var digits = 0

  var isNumber: Bool { [.count, .number, .percent, .money, .duration].contains(kind) }

  /// The keys beside label and kind.
  var keys: String {
    (unit.map { ", unit: \(YAMLWriter.scalar($0))" } ?? "")
      + (currency.map { ", currency: \($0)" } ?? "")
      + (kind == .number && digits > 0 ? ", digits: \(digits)" : "")
  }

  /// The kinds to try, the most particular first.
  static func candidates(for texts: [String]) -> [ValueKind] {
    var kinds: [ValueKind] = []
    if texts.contains(where: { $0.contains { !$0.isNumber } }) {
      kinds.append(ValueKind(kind: .state, reason: "each value is a yes, a no or a partial"))
    }
    if texts.contains(where: { $0.hasSuffix("%") }) {
      kinds.append(ValueKind(kind: .percent, reason: "percentages; is more or less better?"))
    }
    let currencies = FormTrials.currencies(in: texts)
    if !currencies.isEmpty {
      let several = currencies.count > 1 ? " in several currencies, which are not compared" : ""
      kinds.append(
        ValueKind(
          kind: .money, reason: "amounts of money\(several); is more or less better?",
          currency: FormTrials.currency(in: texts)))
    }
    if texts.contains(where: { $0.last?.isLetter == true }) {
      kinds.append(
        ValueKind(kind: .duration, reason: "lengths of time; is more or less better?"))
    }
    if texts.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
      kinds.append(ValueKind(kind: .count, reason: "whole numbers; is more or less better?"))
    }
    let reason = "numbers; is more or less better?"
    let digits = min(6, texts.map(Self.digits).max() ?? 0)
    kinds.append(
      ValueKind(
        kind: .number, reason: reason, unit: FormTrials.commonMark(of: texts), digits: digits))
    kinds.append(ValueKind(kind: .date, reason: "days"))
    return kinds
  }

  /// The digits behind the last mark of a number.
  private static func digits(_ text: String) -> Int {
    guard let mark = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return 0 }
    return text[text.index(after: mark)...].prefix { $0.isNumber }.count
  }
}
