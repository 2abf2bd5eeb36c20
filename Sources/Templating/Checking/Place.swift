/// Where in the HTML a value stands: what it has to be escaped for.
enum Place: Sendable, Hashable {
  /// Between tags.
  case text
  /// In `<title>` and `<textarea>`, where tags mean nothing but entities do.
  case plainElement
  /// In a quoted attribute.
  case attribute
  /// At the beginning of a quoted attribute that holds an address that is followed.
  case link
  /// At the beginning of a quoted attribute whose address the browser loads by itself. It must not
  /// lead to another host (S-18).
  case resource
  /// In JSON, as a value.
  case json
  /// In JSON, between the quotes of a string.
  case jsonString
  /// Unescaped: HTML between tags, or text of a file that is not HTML at all.
  case raw
}
