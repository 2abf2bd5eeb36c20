/// The position of a value in the HTML, which determines how the value is escaped.
enum Place: Sendable, Hashable {
  /// Between tags.
  case text
  /// In `<title>` and `<textarea>`, where tags are plain text but character references are not.
  case plainElement
  /// In a quoted attribute.
  case attribute
  /// At the beginning of a quoted attribute that holds an address to follow.
  case link
  /// At the beginning of a quoted attribute whose address the browser loads by itself. The address
  /// must not be on another host (S-18).
  case resource
  /// A value in JSON.
  case json
  /// Inside a string in JSON.
  case jsonString
  /// Unescaped: HTML between tags, or text in a file that is not HTML.
  case raw
}
