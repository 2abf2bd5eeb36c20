package import Diagnosing
import Markup

/// A file of texts by key. A text may have a separate singular form: `{ one: …, other: … }`.
package enum YAMLText {
  package struct Entry: Sendable {
    package let key: Located<String>
    package let text: Located<String>
    package let one: Located<String>?
  }

  package static func entries(of file: SourceFile, into log: inout Diagnostics) -> [Entry] {
    guard let root = file.yaml(into: &log) else { return [] }
    return root.entries("the strings", into: &log).compactMap { key, value in
      guard case .mapping = value.content else {
        return value.located(key.value, into: &log).map { Entry(key: key, text: $0, one: nil) }
      }
      guard let fields = Fields(value, key.value, keys: ["one", "other"], into: &log),
        let other = fields.required("other", into: &log)?.located("other", into: &log)
      else { return nil }
      return Entry(key: key, text: other, one: fields["one"]?.located("one", into: &log))
    }
  }
}

extension SourceFile {
  /// Reports bytes that are not UTF-8, and control characters.
  package func checkEncoding(into log: inout Diagnostics) { _ = isReadable(into: &log) }
}
