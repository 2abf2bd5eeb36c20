import Content
import Diagnosing
import Markup
import Reading
import System

/// The usage `versus new correction PAGE DATE`: adds an entry to the corrections log. The date is
/// given, because nothing reads the clock.
enum NewCorrection {
  private static let path = "content/corrections.yaml"

  static func run(_ invocation: Invocation) throws -> ExitCode {
    let (page, date) = (invocation.operands[1], invocation.operands[2])
    if Slug(page) == nil, SlugPair.slugs(of: page) == nil {
      throw UsageError("'\(page)' is not the slug of a vendor or page, or a pair such as a-vs-b")
    }
    guard CalendarDate(date) != nil else {
      throw UsageError("'\(date)' is not a date such as 2026-03-30")
    }
    let entry = Skeleton.correction(of: page, date)
    let full = invocation.source + "/" + path
    guard fileStatus(full) != nil else {
      return try NewCommand.write(entry, to: path, invocation)
    }
    let known = try ContentFolder(invocation.source).read(path)
    let text = String(decoding: known.bytes, as: UTF8.self)
    let longer = text + (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + entry
    var log = Diagnostics()
    guard case .sequence = SourceFile(path: path, text: longer).yaml(into: &log)?.content,
      !log.hasErrors
    else {
      throw UsageError("cannot add an entry at the end of '\(full)'; nothing was written")
    }
    try replaceFile(Array(longer.utf8), at: path, inside: invocation.source)
    NewCommand.say(full, invocation)
    return .done
  }
}
