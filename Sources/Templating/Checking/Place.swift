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
  /// The same, of an address that the browser loads by itself: no other host (S-18).
  case resource
  /// In JSON, as a value.
  case json
  /// In JSON, between the quotes of a string.
  case jsonString
  /// As it is: HTML between tags, or plain text for a text that is not HTML at all.
  case raw
}
