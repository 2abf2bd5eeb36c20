import Content
import Diagnosing
import Markup

/// What a column of a table fills, or why it fills nothing.
struct ColumnGuess {
  let name: String
  private(set) var target: Mapping.Target?
  /// The path of the criterion, or the key.
  private(set) var path = ""
  private(set) var reason: String
  /// The settings, each with its reason.
  private(set) var settings: [GuessLine] = []
  /// How sure the guess is, from 0 to 100.
  private(set) var score = 0

  private static let keyNames = [
    "website": ["website", "url", "homepage", "link", "site"], "updated": ["updated", "date"],
    "summary": ["summary", "description"], "tagline": ["tagline", "slogan"], "tier": ["tier"],
    "title": ["title", "full name", "long name"],
  ]

  /// Whether a column is called like a key of a report.
  static func isKey(_ column: String) -> Bool {
    let name = NameMatch.words(column).joined(separator: " ")
    return keyNames.values.contains { $0.contains(name) }
  }

  init(nothing name: String, because reason: String) {
    self.name = name
    self.reason = reason
  }

  /// A column of addresses that are the sources of another column's values.
  init(sourcesOf column: ColumnGuess, _ index: CriterionIndex, name: String) {
    self.name = name
    target = .part(index, "evidence")
    path = column.path + ".evidence"
    reason = "the links of the column '\(column.name)'"
  }

  /// A column of the vendors' addresses.
  init(websites name: String) {
    self.name = name
    target = .key("website")
    path = "website"
    reason = "the links of the vendors' names"
  }

  /// All that a column may fill by its name, the best first. Some may not fit its values: these
  /// have no target.
  static func candidates(_ name: String, _ trial: ColumnTrial) -> [ColumnGuess] {
    var found: [ColumnGuess] = []
    for (key, names) in keyNames.sorted(by: { $0.key < $1.key })
    where names.contains(NameMatch.words(name).joined(separator: " ")) {
      var guess = ColumnGuess(nothing: name, because: "called like the key '\(key)'")
      (guess.path, guess.score) = (key, 90)
      let column = Mapping.Column(name: name, target: .key(key))
      guess.take([FormTrials.Trial(column: column)], trial)
      found.append(guess)
    }
    let texts = trial.texts(of: name)
    for (path, index) in zip(trial.category.criterionPaths, trial.category.indices) {
      let criterion = trial.category.criterion(at: index)
      guard let match = NameMatch(name, criterion, path: path) else { continue }
      var guess = ColumnGuess(nothing: name, because: match.reason)
      (guess.path, guess.score) = (path, match.score)
      let plain = Mapping.Column(name: name, target: .criterion(index))
      guess.take(FormTrials(texts: texts, criterion: criterion, plain: plain).all, trial)
      found.append(guess)
    }
    return found.sorted { ($1.score, $0.path) < ($0.score, $1.path) }
  }

  /// Takes the first settings under which every value can be read.
  private mutating func take(_ trials: [FormTrials.Trial], _ trial: ColumnTrial) {
    var failure: ColumnTrial.Failure?
    for settings in trials {
      guard let found = trial.failure(of: settings.column) else {
        target = settings.column.target
        self.settings = settings.lines
        return
      }
      // The settings that read most say best what is wrong, and of these the plainest.
      if failure.map({ $0.line < found.line }) ?? true { failure = found }
    }
    if let failure {
      let text = YAMLWriter.quoted(String(failure.text.prefix(40)))
      reason += ", but \(text) in line \(failure.line) is no such value"
    }
  }
}

extension Category {
  var indices: [CriterionIndex] {
    groups.indices.flatMap { group in
      groups[group].criteria.indices.map { CriterionIndex(group: group, criterion: $0) }
    }
  }
}

/// Tries whether all values of a column can be read.
struct ColumnTrial {
  struct Failure {
    let text: String
    let line: Int
  }

  let table: Table
  let category: Category
  /// Texts that mean "no value".
  let missing: [String]

  func texts(of column: String) -> [String] {
    table.rows.compactMap { $0.values[column]?.text }.filter {
      !$0.isEmpty && !missing.contains($0)
    }
  }

  /// Returns the first value that cannot be read; nil when all can.
  func failure(of column: Mapping.Column) -> Failure? {
    var mapping = Mapping(vendor: column.name, columns: [column])
    mapping.missing = Set(missing)
    for row in table.rows {
      var log = Diagnostics()
      let reader = RowReader(category: category, mapping: mapping, row: row)
      switch column.target {
      case .criterion(let index), .part(let index, _): _ = reader.cell(index, into: &log)
      case .key(let key):
        if let node = reader.value(of: column) { _ = reader.text(node, key, into: &log) }
      }
      if let first = log.sorted.first(where: { $0.severity == .error }) {
        let text = row.values[column.name]?.text ?? ""
        return Failure(text: text, line: first.span.startPosition.line)
      }
    }
    return nil
  }
}
