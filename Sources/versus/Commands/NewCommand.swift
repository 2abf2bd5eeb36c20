import Comparing
import Content
import Diagnosing
import System
import Writing

/// `versus new vendor|week|comparison|prompt …`
enum NewCommand {
  static func run(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    let name = invocation.operands[0]
    guard let file = NewFile(rawValue: name) else {
      throw UsageError(
        "'new' makes a vendor, week, comparison or prompt, not '\(name)'", near: name,
        among: Command.new.words)
    }
    guard file.operandCount.contains(invocation.operands.count - 1) else {
      throw UsageError("usage: versus new \(file.synopsis)")
    }
    if invocation[.from] != nil, file != .week {
      throw UsageError("'--from' goes with 'new week'")
    }
    switch file {
    case .vendor: return try newVendor(invocation, hasColor: hasColor)
    case .week: return try newWeek(invocation, hasColor: hasColor)
    case .comparison: return try newComparison(invocation)
    case .prompt: return try newPrompt(invocation)
    }
  }

  /// `new vendor NAME [WEEK]`: a report with every key of its category, values left out.
  private static func newVendor(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    let slug = try slug(invocation.operands[1])
    var loader = SiteLoader(invocation)
    guard let edition = try loader.edition() else {
      loader.report(hasColor: hasColor)
      return .contentWrong
    }
    let week =
      try invocation.operands.dropFirst(2).first.map { try Week(operand: $0) } ?? edition.week
    let category = edition.categories.first?.category
    var text = "---\nname: \(slug)\n"
    if let category, edition.categories.count > 1 {
      text += "category: \(category.slug.text)   # or another\n"
    }
    for group in category?.groups ?? [] {
      text +=
        "\(group.id):\n"
        + group.criteria.map { "  \($0.id):   # \($0.label), \($0.kind.rawValue)\n" }.joined()
    }
    return try write(
      "content/reports/\(week.text)/\(slug).md", text + "pros: []\ncons: []\n---\n\n", invocation)
  }

  /// `new week WEEK`: the folder of a week; reports are carried forward, so it begins empty, or
  /// with copies of those in force in the week that `--from` names.
  private static func newWeek(_ invocation: Invocation, hasColor: Bool) throws -> ExitCode {
    let week = try Week(operand: invocation.operands[1])
    let folder = "\(invocation.source)/content/reports/\(week.text)"
    if fileStatus(folder) != nil { throw UsageError("'\(folder)' is already there") }
    if let from = invocation[.from].flatMap({ Week($0) }) {
      return try copyWeek(from, to: week, folder, invocation, hasColor: hasColor)
    }
    try makeFolder(of: "content/reports/\(week.text)/", inside: invocation.source)
    if !invocation.isQuiet {
      Terminal.note(
        "Reports of earlier weeks stay in force; add one for each vendor that changed.\n")
    }
    say(folder, invocation)
    return .done
  }

  /// Copies the reports that are in force in a week.
  private static func copyWeek(
    _ from: Week, to week: Week, _ folder: String, _ invocation: Invocation, hasColor: Bool
  ) throws -> ExitCode {
    if from >= week { throw UsageError("\(from.text) is not before \(week.text)") }
    var loader = SiteLoader(invocation)
    guard let edition = try loader.edition() else {
      loader.report(hasColor: hasColor)
      return .contentWrong
    }
    let earlier = Edition(library: edition.library, week: from)
    let reports = earlier.categories.flatMap { $0.vendors.map(\.report) }
    if reports.isEmpty { throw UsageError("no report is in force in \(from.text)") }
    for report in reports {
      try replaceFile(
        report.file.bytes, at: "content/reports/\(week.text)/\(report.slug.text).md",
        inside: invocation.source)
    }
    if !invocation.isQuiet {
      Terminal.note(
        "\(reports.count) reports are copies: change what changed, 'updated' first, and remove the "
          + "others; earlier reports stay in force.\n")
    }
    say(folder, invocation)
    return .done
  }

  private static func newComparison(_ invocation: Invocation) throws -> ExitCode {
    let pair = try invocation.operands.dropFirst().map { try slug($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if pair.first == pair.last { throw UsageError("a vendor is not compared with itself") }
    let name = pair.joined(separator: "-vs-")
    return try write(
      "content/comparisons/\(name).md",
      "---\nvendors: [\(pair.joined(separator: ", "))]\nanswer: \nindexed: auto\n---\n\n",
      invocation)
  }

  private static func newPrompt(_ invocation: Invocation) throws -> ExitCode {
    let slug = try slug(invocation.operands[1])
    return try write(
      "content/prompts/\(slug).md",
      "---\ntitle: \(slug)\nprompt: |\n  Your text\nsystem: null\nanswers: []\n---\n\n", invocation)
  }

  private static func slug(_ text: String) throws(UsageError) -> String {
    if let slug = Slug(text) { return slug.text }
    throw UsageError(
      "'\(text)' must be lower-case letters and digits in parts joined by '-', without '-vs-'")
  }

  private static func write(_ path: String, _ text: String, _ invocation: Invocation) throws
    -> ExitCode
  {
    let full = invocation.source + "/" + path
    if fileStatus(full) != nil {
      throw UsageError("'\(full)' is already there; nothing was written")
    }
    try makeFolder(of: path, inside: invocation.source)
    try writeFile(Array(text.utf8), to: full)
    say(full, invocation)
    return .done
  }

  private static func say(_ path: String, _ invocation: Invocation) {
    if invocation.format == .json {
      Terminal.print(jsonText(["path": path]) + "\n")
    } else if !invocation.isQuiet {
      Terminal.print(path + "\n")
    }
  }
}
