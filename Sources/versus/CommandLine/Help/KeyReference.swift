import Reading

/// The reference of the keys of all files: as text for `versus help keys`, and in Markdown for
/// `docs/content.md`.
enum KeyReference {
  /// A key with its path, such as `winner.by`.
  struct Entry {
    let path: String
    let key: Key
    /// Where readers see the value: where they see that of the outer key.
    let places: String
  }

  /// The keys of a file, each followed by the keys in it.
  static func entries(_ keys: [Key], below outer: Entry? = nil) -> [Entry] {
    keys.flatMap { key in
      let own = key.places.map(\.rawValue).joined(separator: ", ")
      let entry = Entry(
        path: (outer.map { $0.path + "." } ?? "") + key.name, key: key,
        places: own.isEmpty ? outer?.places ?? "" : own)
      return [entry] + entries(key.nested, below: entry)
    }
  }

  /// The forms that several keys of a file share, by name.
  static func forms(of kind: FileKind) -> [(name: String, entries: [Entry])] {
    let forms = Key.Shape.record(kind.keys).named.sorted { $0.key < $1.key }
    return forms.map { ($0.key, entries($0.value.nested)) }
  }

  // MARK: Text

  static var overview: String {
    "The files of a site; 'versus help keys KIND' lists the keys of one:\n\n"
      + Columns.text(FileKind.allCases.map { [$0.rawValue, $0.path, $0.title] })
  }

  static func text(_ kind: FileKind) -> String {
    let head = "\(kind.title): \(kind.path)\n" + (kind.note.isEmpty ? "" : kind.note + "\n")
    let rows = { (entries: [Entry]) in
      Columns.text(entries.map { ["  " + $0.path, $0.key.meaning] })
    }
    let forms = forms(of: kind).map { "\nA \($0.name) may be a mapping:\n\n" + rows($0.entries) }
    return Prose.plain(head + "\n" + rows(entries(kind.keys)) + forms.joined())
  }

  /// Returns all that is known about a key, given by its path or by its name.
  ///
  /// - Throws: `UsageError` if there is no such key.
  static func text(_ kind: FileKind, key name: String) throws(UsageError) -> String {
    let all = entries(kind.keys) + forms(of: kind).flatMap(\.entries)
    let exact = all.filter { $0.path == name }
    let found = exact.isEmpty ? all.filter { $0.key.name == name } : exact
    if found.isEmpty {
      throw UsageError(
        "a \(kind.rawValue) has no key '\(name)'", near: name, among: all.map(\.path))
    }
    return Prose.plain(found.map(details).joined(separator: "\n"))
  }

  private static func details(_ entry: Entry) -> String {
    let key = entry.key
    let lines = [
      "\(entry.path)\(key.isRequired ? " (required)" : "")", "  \(key.meaning)",
      "  value: \(key.form)", key.standard.map { "  default: \($0)" },
      entry.places.isEmpty ? nil : "  seen on: \(entry.places)",
      "  example:" + (key.beside + ["\(key.name): \(key.example)"]).map { "\n    \($0)" }.joined(),
      key.nested.isEmpty ? nil : "  keys in it: \(key.nested.names.joined(separator: ", "))",
    ]
    return lines.compactMap(\.self).joined(separator: "\n") + "\n"
  }

  // MARK: Markdown

  static var document: String {
    """
    # The files of a site

    <!-- Written by `versus help keys --markdown` from the keys themselves: do not edit it. -->

    Each kind of file with its keys. `versus help keys KIND KEY` says the same in a terminal, and
    `versus schema KIND` prints a JSON Schema, which editors use to complete keys and explain them.

    Slugs are lower-case letters and digits in parts joined by `-`. Weeks are ISO 8601 weeks such as
    `2026-W14`, dates are days such as `2026-03-30`. A key in **bold** is required.

    \(FileKind.allCases.map(section).joined(separator: "\n"))
    \(values)
    """
  }

  /// How values of each kind are written.
  private static var values: String {
    let code = { (texts: [String]) in texts.map { "`\($0)`" }.joined(separator: ", ") }
    let rows = ValueExample.all.map { example in
      "| `\(example.kind)` | \(code(example.right)) | \(code(example.wrong)) | \(example.meaning) |"
    }
    return """
      ## Values

      How a report writes a value depends on the `kind` of its criterion. A value that is \
      left out, `null`, an empty
      text or list is missing. Any value can stand in a mapping with its note, source and date:
      `{ value: 8, note: Measured., evidence: [{ url: 'https://example.org/' }], \
      asOf: 2026-03-30 }`.

      | kind | right | wrong | meaning |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  private static func section(_ kind: FileKind) -> String {
    var parts = ["## \(kind.title)", "`\(kind.path)`"]
    if !kind.note.isEmpty { parts.append(kind.note) }
    if !kind.keys.isEmpty { parts.append(table(entries(kind.keys))) }
    for form in forms(of: kind) {
      parts += ["A \(form.name) may be a mapping:", table(form.entries)]
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func table(_ entries: [Entry]) -> String {
    (["| key | value | meaning | default | example | seen on |", "|---|---|---|---|---|---|"]
      + entries.map(row)).joined(separator: "\n")
  }

  private static func row(_ entry: Entry) -> String {
    let key = entry.key
    let name = key.isRequired ? "**`\(entry.path)`**" : "`\(entry.path)`"
    let example = (key.beside + ["\(key.name): \(key.example)"]).map { "`\($0)`" }
    let cells = [
      name, key.form, key.meaning, key.standard ?? "", example.joined(separator: " "),
      entry.places,
    ]
    return "|"
      + cells.map { ($0.isEmpty ? "" : " ") + $0.replacing("|", with: "\\|") + " |" }.joined()
  }
}
