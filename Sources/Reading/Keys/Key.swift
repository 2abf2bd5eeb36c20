import Markup

/// A key of a content file. Readers, schemas, `versus help keys` and `docs/content.md` take what
/// they say about keys from here.
package struct Key: Sendable {
  package let name: String
  package let shape: Shape
  /// What the key says: one sentence in Markdown.
  package let meaning: String
  /// A value in YAML, on one line.
  package let example: String
  package private(set) var isRequired = false
  /// What holds without the key, in Markdown.
  package private(set) var standard: String?
  /// The keys that the example needs beside it, such as `kind: date`.
  package private(set) var beside: [String] = []
  /// The most entries of a list or mapping; nil where the bounds of the file are enough.
  package private(set) var entryLimit: Int?
  /// Where readers see the value; empty for nested keys, which are seen where the outer key is.
  package private(set) var places: [Place] = []

  package init(_ name: String, _ shape: Shape, _ meaning: String, _ example: String) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.example = example
  }

  package var required: Key { with { $0.isRequired = true } }

  package func standard(_ text: String) -> Key { with { $0.standard = text } }

  package func beside(_ keys: String...) -> Key { with { $0.beside = keys } }

  /// Bounds a list or mapping by the usual bound.
  package var bounded: Key { atMost(Bounds.entries) }

  /// Bounds a list or mapping whose entries each stand on many pages, or are each compared with all
  /// others.
  package func atMost(_ limit: Int) -> Key { with { $0.entryLimit = limit } }

  package func on(_ places: Place...) -> Key { with { $0.places = places } }

  private func with(_ change: (inout Key) -> Void) -> Key {
    var key = self
    change(&key)
    return key
  }

  /// The keys of the mapping that the value is or consists of, without those of named forms.
  package var nested: [Key] { shape.keys }
}

extension Key {
  /// The form of the value in words, with its bound.
  package var form: String {
    entryLimit.map { "\(shape.label), at most \($0)" } ?? shape.label
  }

  /// The form of a value.
  package indirect enum Shape: Sendable {
    case text, markdown, truth, number, date, week, url
    /// What another kind of file says of the key.
    case any
    case integer(ClosedRange<Int>)
    /// One of a few words.
    case words([String])
    case list(Shape)
    /// A mapping whose keys the publisher chooses.
    ///
    /// - Parameters:
    ///   - id: what a key is.
    ///   - example: a key.
    case map(id: String, example: String, Shape)
    case record([Key])
    /// The short form, then the long one.
    case either(Shape, Shape)
    /// A form that several keys share, with a name of its own.
    case named(String, Shape)

    package static let count = Shape.integer(0...Int.max)
  }

  /// A kind of page or file that readers see.
  package enum Place: String, Sendable {
    case every = "every page"
    case home = "the home page"
    case category = "category pages"
    case comparison = "comparisons"
    case vendor = "vendor pages"
    case alternatives = "pages of alternatives"
    case methodology = "methodology pages"
    case changes = "pages of changes"
    case corrections = "the corrections page"
    case author = "author pages"
    case page = "the page itself"
    case feeds = "feeds"
    case data = "the open data"
    case search = "results of search engines"
  }
}

extension Key.Shape {
  fileprivate var keys: [Key] {
    switch self {
    case .record(let keys): keys
    case .list(let shape), .map(_, _, let shape): shape.keys
    case .either(let short, let long): short.keys + long.keys
    default: []
    }
  }

  /// The form in words, such as "list of text".
  package var label: String {
    switch self {
    case .text: "text"
    case .markdown: "Markdown"
    case .truth: "`true` or `false`"
    case .number: "number"
    case .date: "date"
    case .week: "week"
    case .url: "address"
    case .any: "as in a report"
    case .integer(let range): Self.label(of: range)
    case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let shape): "list: \(shape.label)"
    case .map(let id, _, let shape): "for each \(id): \(shape.label)"
    case .record: "mapping"
    case .named(let name, _): name
    case .either(let short, let long): "\(short.label), or \(long.label)"
    }
  }

  private static func label(of range: ClosedRange<Int>) -> String {
    if range.upperBound != .max { return "\(range.lowerBound) to \(range.upperBound)" }
    return range.lowerBound == 0 ? "whole number" : "whole number from \(range.lowerBound)"
  }
}

extension Key.Shape {
  /// The named forms that the form consists of, by name.
  package var named: [String: Key.Shape] {
    switch self {
    case .named(let name, let shape): shape.named.merging([name: shape]) { first, _ in first }
    case .list(let shape), .map(_, _, let shape): shape.named
    case .either(let short, let long): short.named.merging(long.named) { first, _ in first }
    case .record(let keys):
      keys.reduce(into: [:]) { $0.merge($1.shape.named) { first, _ in first } }
    default: [:]
    }
  }

  /// The keys of a named form.
  package var nested: [Key] { keys }
}

extension [Key] {
  package var names: [String] { map(\.name) }
}
