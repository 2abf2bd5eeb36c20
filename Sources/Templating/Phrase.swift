package import Diagnosing
import FoundationEssentials
import Markup

/// A user-facing text of the theme, as written in its strings file.
package struct StringEntry: Sendable {
  package let key: Located<String>
  /// The text; for a plural, the text for all counts but one.
  package let text: Located<String>
  /// The text when `count` is one.
  package let one: Located<String>?

  package init(key: Located<String>, text: Located<String>, one: Located<String>? = nil) {
    self.key = key
    self.text = text
    self.one = one
  }
}

/// A parsed string entry: text with gaps.
struct Phrase: Sendable {
  enum Part: Sendable {
    case text(String)
    /// A gap, by the position of its parameter.
    case parameter(Int)
  }

  /// The parameters in the order of their first appearance; includes `count` for a plural.
  let parameters: [String]
  private let parts: [Part]
  private let one: [Part]?
  /// The place of the text in the source.
  let span: SourceSpan

  /// The position of the parameter that selects between one and many; nil if there is none.
  var countPosition: Int? { one == nil ? nil : parameters.firstIndex(of: "count") }

  /// Whether the phrase's own words are written from right to left.
  let isRightToLeft: Bool

  func parts(isOne: Bool) -> [Part] { isOne ? one ?? parts : parts }

  init(_ entry: StringEntry, into log: inout Diagnostics) {
    var parameters: [String] = entry.one == nil ? [] : ["count"]
    parts = Self.parts(of: entry.text, &parameters, into: &log)
    one = entry.one.map { Self.parts(of: $0, &parameters, into: &log) }
    self.parameters = parameters
    span = entry.text.span
    isRightToLeft = BidiIsolation.isNeeded(in: entry.text.value)
  }

  /// Parses a text. YAML may fold and unescape the text, so it is parsed as a file of its own, and
  /// problems are reported at the entry.
  private static func parts(
    of text: Located<String>, _ parameters: inout [String], into log: inout Diagnostics
  ) -> [Part] {
    let file = SourceFile(path: text.span.file.path, text: text.value)
    var found = Diagnostics()
    let segments = TemplateLexer.segments(of: file.span, into: &found)
    for problem in found.sorted {
      log.report(Diagnostic(problem.rule, Diagnostic.Message(problem.message), at: text.span))
    }
    return segments.map { segment in
      switch segment {
      case .text(let span): return .text(span.text)
      case .escape: return .text("\\(")
      case .code(let code, _):
        let name = code.text.filter { $0 != " " }
        if let index = parameters.firstIndex(of: name) { return .parameter(index) }
        parameters.append(name)
        return .parameter(parameters.count - 1)
      }
    }
  }

  /// Returns the text with its gaps filled; the values are in the order of the parameters.
  func text(_ values: [String]) -> String {
    let isOne = countPosition.map { values[$0] == "1" } ?? false
    return parts(isOne: isOne).map { part in
      switch part {
      case .text(let text): text
      case .parameter(let index): values[index]
      }
    }.joined()
  }
}

/// All texts of a theme in one language.
package struct Phrasebook: Sendable {
  private var phrases: [String: Phrase] = [:]

  package init(_ entries: [StringEntry], into log: inout Diagnostics) {
    for entry in entries { phrases[entry.key.value] = Phrase(entry, into: &log) }
  }

  subscript(key: String) -> Phrase? { phrases[key] }

  package var keys: some Collection<String> & Sendable { phrases.keys }

  /// Returns the names of a text's gaps; nil for an unknown key.
  package func parameters(of key: String) -> [String]? { phrases[key]?.parameters }

  /// Where a text stands; nil for an unknown key.
  package func place(of key: String) -> SourceSpan? { phrases[key]?.span }

  /// Returns a text with its gaps filled by name; a gap without a value stays empty.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String? {
    phrases[key].map { phrase in
      phrase.text(phrase.parameters.map { name in values[name].map(phrase.isolated) ?? "" })
    }
  }

  /// Returns a text whose gaps are filled with values that may be known only later; nil for an
  /// unknown key.
  package func staged(_ key: String, _ values: [String: StagedValue]) -> StagedValue? {
    phrases[key].map { phrase in
      let ordered = phrase.parameters.map { name in
        values[name].map { phrase.isolated($0) } ?? .text("")
      }
      return phrase.countPosition.map { Self.filled(phrase, ordered, count: ordered[$0]) }
        ?? Self.filled(phrase, ordered, isOne: false)
    }
  }

  private static func filled(
    _ phrase: Phrase, _ values: [StagedValue], count: StagedValue
  ) -> StagedValue {
    if case .choice(let choice, let outcomes) = count {
      return .choice(choice, outcomes.map { filled(phrase, values, count: $0) })
    }
    return filled(phrase, values, isOne: count.plain?.plainText == "1")
  }

  private static func filled(
    _ phrase: Phrase, _ values: [StagedValue], isOne: Bool
  ) -> StagedValue {
    .joined(
      phrase.parts(isOne: isOne).map { part in
        switch part {
        case .text(let text): .text(text)
        case .parameter(let index): values[index]
        }
      })
  }
}
