import Importing
import Reading

/// The kinds of file that a publisher writes, with their keys.
enum FileKind: String, CaseIterable {
  case site, category, report, comparison, prompt, author, page, corrections, mapping, snapshot
  case strings

  var title: String {
    switch self {
    case .site: "The site"
    case .category: "A category: what is compared, and how"
    case .report: "A vendor's report of one week"
    case .comparison: "An editor's article about a pair"
    case .prompt: "A prompt and what vendors answered"
    case .author: "An author"
    case .page: "A free page"
    case .corrections: "The corrections"
    case .mapping: "How a table becomes reports"
    case .snapshot: "A frozen week"
    case .strings: "The words of the theme"
    }
  }

  /// Where such files are.
  var path: String {
    switch self {
    case .site: "content/site.yaml"
    case .category: "content/categories/<category>.yaml"
    case .report: "content/reports/<week>/<vendor>.md"
    case .comparison: "content/comparisons/<a>-vs-<b>.md"
    case .prompt: "content/prompts/<prompt>.md"
    case .author: "content/authors/<author>.yaml"
    case .page: "content/pages/<page>.md"
    case .corrections: "content/corrections.yaml"
    case .mapping: "versus import --mapping <file>.yaml"
    case .snapshot: "content/snapshots/<week>.yaml"
    case .strings: "templates/strings/<language>.yaml"
    }
  }

  /// How the file holds its keys.
  var note: String {
    switch self {
    case .report: "Front matter between two lines of `---`, then the full report in Markdown."
    case .comparison: "Front matter between two lines of `---`, then the article in Markdown."
    case .prompt, .page: "Front matter between two lines of `---`, then a text in Markdown."
    case .corrections: "A list; each entry has these keys."
    case .snapshot: "Written by `versus snapshot`, not by hand."
    case .strings:
      "Texts that replace the built-in ones of the same key; `versus theme show "
        + "strings/en.yaml` prints those. A text that counts is a mapping of `one` and `other`."
    case .site, .category, .author, .mapping: ""
    }
  }

  /// The keys of the file, or of each entry of a list. The texts of a theme have their own keys.
  var keys: [Key] {
    switch self {
    case .site: ContentKeys.site
    case .category: ContentKeys.category
    case .report: ContentKeys.report
    case .comparison: ContentKeys.comparison
    case .prompt: ContentKeys.prompt
    case .author: ContentKeys.author
    case .page: ContentKeys.page
    case .corrections: ContentKeys.corrections
    case .mapping: MappingKeys.all
    case .snapshot: ContentKeys.snapshot
    case .strings: []
    }
  }

  /// The JSON Schema, for editors and pipelines. Rules that depend on other files are left to
  /// `check`.
  var schema: JSONSchema { .document(title: "\(title) (\(path))", root) }

  private var root: JSONSchema {
    let record = JSONSchema.record(keys)
    switch self {
    // The category names the groups, so any unknown key is a group of values.
    case .report: return .record(keys, others: ContentKeys.cells.schema)
    case .corrections: return .list(record)
    case .strings: return .map(.either([.text, .map(.text)]))
    default: return record
    }
  }
}
