import CICU

/// The direction that a language is written in; the raw value is that of the HTML attribute `dir`.
package enum WritingDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// - Parameter language: a language tag such as `ar` or `uz-Arab`.
  package init(language: String) {
    let locale = language.replacing("-", with: "_")
    // The function reads the text up to its terminating NUL and keeps no pointer to it.
    self = unsafe icu_is_right_to_left(locale) != 0 ? .rightToLeft : .leftToRight
  }
}
