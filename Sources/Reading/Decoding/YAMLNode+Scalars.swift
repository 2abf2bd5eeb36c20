package import Content
package import Diagnosing
package import FoundationEssentials
import Markup
import System

/// Reads scalars, which are text until a key defines their type. Each function reports a value that
/// does not fit.
extension YAMLNode {
  package func string(_ name: String, into log: inout Diagnostics) -> String? {
    guard let text else {
      log.report(.wrongType(name, expected: "text", at: span.head))
      return nil
    }
    return text
  }

  package func located(_ name: String, into log: inout Diagnostics) -> Located<String>? {
    string(name, into: &log).map { Located($0, at: span) }
  }

  /// Returns the items of a list of texts.
  package func texts(_ name: String, into log: inout Diagnostics) -> [String] {
    locatedItems(name, into: &log).map(\.value)
  }

  func locatedItems(_ name: String, into log: inout Diagnostics) -> [Located<String>] {
    items(name, into: &log).compactMap { $0.located("an item", into: &log) }
  }

  func markdown(_ name: String, into log: inout Diagnostics) -> Markdown? {
    guard let text = string(name, into: &log).map({ Markdown(source: $0, span: span) }) else {
      return nil
    }
    text.checkLine(into: &log)
    return text
  }

  func bool(_ name: String, into log: inout Diagnostics) -> Bool? {
    switch text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      log.report(.invalidValue(name, text ?? "", expected: "true or false", at: span.head))
      return nil
    }
  }

  package func integer(_ name: String, in range: ClosedRange<Int>, into log: inout Diagnostics)
    -> Int?
  {
    guard let text = string(name, into: &log) else { return nil }
    // 12.0 is a whole number too, and +12 is not a number.
    let plain = text.utf8.first == UInt8(ascii: "+") ? nil : Int(text)
    let number = Decimal(written: text)
    if let number, !(Decimal(Int.min)...Decimal(Int.max)).contains(number) {
      let bound = number < 0 ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
      log.report(.valueRange(name, text, bound, at: span))
      return nil
    }
    guard let value = plain ?? number.flatMap({ Int($0.text) }) else {
      let meant = WrittenNumber(text)?.number
      log.report(
        .invalidValue(
          name, text, expected: "a whole number",
          suggestion: meant.flatMap { $0.contains(".") ? nil : $0 }, at: span))
      return nil
    }
    guard range.contains(value) else {
      let bounds =
        range.upperBound == .max
        ? "at least \(range.lowerBound)" : "between \(range.lowerBound) and \(range.upperBound)"
      log.report(.valueRange(name, text, bounds, at: span))
      return nil
    }
    return value
  }

  package func decimal(_ name: String, into log: inout Diagnostics) -> Decimal? {
    guard let text = string(name, into: &log) else { return nil }
    if let value = Decimal(written: text) { return value }
    log.report(
      .invalidValue(
        name, text, expected: "a plain number such as 4.5",
        suggestion: WrittenNumber(text)?.number, at: span))
    return nil
  }

  func nonNegativeDecimal(_ name: String, into log: inout Diagnostics) -> Decimal? {
    guard let value = decimal(name, into: &log) else { return nil }
    if value < 0 { log.report(.valueRange(name, text ?? "", "at least 0", at: span)) }
    return value
  }

  /// Returns a duration in seconds.
  func duration(_ name: String, into log: inout Diagnostics) -> Decimal? {
    guard let text = string(name, into: &log) else { return nil }
    if let seconds = Duration.seconds(in: text) { return seconds }
    log.report(
      .invalidValue(
        name, text, expected: Duration.expected, suggestion: Duration.suggestion(for: text),
        at: span))
    return nil
  }

  package func date(_ name: String, into log: inout Diagnostics) -> CalendarDate? {
    guard let text = string(name, into: &log) else { return nil }
    if let date = CalendarDate(text) { return date }
    log.report(.wrongDate(name, text, at: span))
    return nil
  }

  package func week(_ name: String, into log: inout Diagnostics) -> Week? {
    guard let text = string(name, into: &log) else { return nil }
    if let week = Week(text) { return week }
    log.report(.invalidWeek(text, at: span))
    return nil
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Choice.Type, synonyms: [String: Choice] = [:],
    into log: inout Diagnostics
  ) -> Choice? {
    guard let text = string(name, into: &log) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    log.report(
      .unknownValue(
        name, text, among: type.allCases.map(\.rawValue),
        meant: synonyms[text.lowercased()]?.rawValue, at: span))
    return nil
  }

  /// Returns an address that is safe to follow: http or https or, where paths are allowed, also
  /// mailto, a path of the site or a fragment.
  package func url(_ name: String, allowsPath: Bool = false, into log: inout Diagnostics) -> String?
  {
    guard let text = string(name, into: &log) else { return nil }
    if isSafeURL(text, allowsPath: allowsPath) { return text }
    let expected =
      allowsPath ? "an http, https or mailto address or a path" : "an http or https address"
    log.report(
      .invalidURL(name, text, expected: expected, suggestion: completeAddress(text), at: span))
    return nil
  }
}

/// Returns the address that the name of a host stands for; nil for any other text.
func completeAddress(_ text: String) -> String? {
  let host = text.prefix { $0 != "/" }
  let isHost =
    host.contains(".") && host.first != "." && host.last != "."
    && host.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a) || (0x30...0x39).contains($0)
        || "-.".utf8.contains($0)
    }
  let address = "https://" + text
  return isHost && isSafeURL(address, allowsPath: false) ? address : nil
}

extension YAMLNode {
  /// Returns an address of another site or of this one, with its place, so that the address
  /// can be followed.
  func siteURL(_ name: String, into log: inout Diagnostics) -> Located<String>? {
    url(name, allowsPath: true, into: &log).map { Located($0, at: span) }
  }
}
