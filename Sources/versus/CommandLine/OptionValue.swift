import Content
import System

/// The value that an option takes.
struct OptionValue: Sendable {
  /// The name in help, such as `DIR`.
  let name: String
  let candidates: Candidates
  /// A description of valid values, which ends a message.
  let requirement: String
  /// Reports whether a text is valid, as far as that does not depend on the content; the command
  /// checks the rest.
  let accepts: @Sendable (String) -> Bool
  /// The default as shown in help.
  private(set) var standard: String?

  init(
    _ name: String, _ candidates: Candidates = .anything, requirement: String,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.name = name
    self.candidates = candidates
    self.requirement = requirement
    self.accepts = accepts
  }

  func standard(_ text: String) -> OptionValue {
    var value = self
    value.standard = text
    return value
  }

  static let folder = OptionValue("DIR", .folders, requirement: "must be a folder") { !$0.isEmpty }

  static let existingFolder = OptionValue(
    "DIR", .folders, requirement: "must be a folder that exists"
  ) {
    fileStatus($0)?.isFolder == true
  }

  static let existingFile = OptionValue("FILE", .files, requirement: "must be a file that exists") {
    fileStatus($0)?.isFile == true
  }

  static let file = OptionValue("FILE", .files, requirement: "must be a file") { !$0.isEmpty }

  static let week = OptionValue("WEEK", requirement: "must be an ISO 8601 week such as 2026-W14") {
    Week($0) != nil
  }

  static func number(_ name: String, _ range: ClosedRange<Int>) -> OptionValue {
    OptionValue(
      name, requirement: "must be a number from \(range.lowerBound) to \(range.upperBound)"
    ) {
      Int($0).map(range.contains) ?? false
    }
  }

  static func word(_ name: String, among words: [String]) -> OptionValue {
    OptionValue(
      name, .words { words }, requirement: "must be one of \(words.joined(separator: ", "))"
    ) {
      words.contains($0)
    }
  }
}
