import Diagnosing
import Reading
import Templating

/// Reads the theme's texts: English, and on top of it the site's language.
///
/// `de-CH` falls back to `de`, and what neither has to English, so that a partial translation works.
enum StringsReader {
  static func read(
    _ files: [String: SourceFile], language: String, into log: inout Diagnostics
  ) -> [StringEntry] {
    let base = language.split(separator: "-").first.map(String.init) ?? language
    var entries: [String: StringEntry] = [:]
    for name in ["en", base, language] {
      guard let file = files["strings/\(name).yaml"] else { continue }
      for entry in YAMLText.entries(of: file, into: &log) {
        entries[entry.key.value] = StringEntry(key: entry.key, text: entry.text, one: entry.one)
      }
    }
    return entries.keys.sorted().compactMap { entries[$0] }
  }
}
