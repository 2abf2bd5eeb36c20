import Diagnosing
import Reading
import Templating

/// Reads the theme's texts: English, overridden by the site's language.
///
/// `de-CH` falls back to `de` and then to English, so a partial translation works. In each
/// language, the site's own texts override the built-in ones.
enum StringsReader {
  static func read(
    _ layers: [[String: SourceFile]], language: String, into log: inout Diagnostics
  ) -> [StringEntry] {
    var entries: [String: StringEntry] = [:]
    for name in names(of: language) {
      for files in layers {
        guard let file = files["strings/\(name).yaml"] else { continue }
        for entry in YAMLText.entries(of: file, into: &log) {
          entries[entry.key.value] = StringEntry(key: entry.key, text: entry.text, one: entry.one)
        }
      }
    }
    return entries.keys.sorted().compactMap { entries[$0] }
  }

  /// Returns the files of texts for a language; each file overrides those before it.
  static func names(of language: String) -> [String] {
    let base = language.split(separator: "-").first.map(String.init) ?? language
    var names = ["en"]
    for name in [base, language] where !names.contains(name) { names.append(name) }
    return names
  }
}
