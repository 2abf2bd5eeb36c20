import Comparing
import Content
import Diagnosing
import Planning

/// The command `versus list vendors|stale|drafts|retired|gaps|pairs`.
enum ListCommand {
  static let command = Command(
    "list",
    summary: "list what there is, and what needs work",
    description: """
      A vendor is `current`, `stale` (its report is older than the site's `staleAfterWeeks`),
      `retired`, or, if its report is not yet published, a `draft`.
      """,
    usages: [
      Usage([.words("vendors")], "the vendors with a report in force") {
        try run($0, VendorList.vendors)
      },
      Usage([.words("stale")], "those whose report is older than `staleAfterWeeks`") {
        try run($0, VendorList.stale)
      },
      Usage([.words("drafts")], "the reports that wait to be published, oldest first") {
        try run($0, includesDrafts: true, VendorList.drafts)
      },
      Usage([.words("retired")], "the vendors that a report has retired") {
        try run($0, VendorList.retired)
      },
      Usage([.words("gaps")], "the values that reports in force lack, as `group.criterion`") {
        try run($0, GapList.print)
      },
      Usage(
        [.words("pairs")],
        "the comparisons with a page: who wins, and whether search engines may list it"
      ) {
        try run($0, PairList.print)
      },
    ],
    options: [.source, .week, .drafts, .jobs, .format, .quiet, .verbose],
    examples: [
      Command.Example("versus list gaps", "see which values are missing"),
      Command.Example(
        "versus list stale --format json | jq -r '.vendors[].slug'",
        "feed the vendors that need a new report into a script"),
    ])

  /// Prints a list of the site's plan. A site that is too large to build can be listed all the
  /// same.
  ///
  /// - Parameter includesDrafts: reads drafts whether or not `--drafts` is given.
  private static func run(
    _ invocation: Invocation, includesDrafts: Bool = false,
    _ print: (SitePlan, Invocation) -> Void
  ) throws -> ExitCode {
    var loader = SiteLoader(
      invocation, includesDrafts: includesDrafts || invocation.has(.drafts))
    guard let edition = try loader.edition(),
      let base = BaseAddress(edition.library.site.baseURL.value)
    else {
      loader.report()
      return .contentWrong
    }
    loader.mentionWarnings()
    // Collisions and sizes are for `check` and `plan`.
    var ignored = Diagnostics()
    print(SitePlan(edition, base: base, into: &ignored), invocation)
    return .done
  }

  /// Prints a list as the invocation asks.
  ///
  /// - Parameters:
  ///   - rows: the cells of each line.
  ///   - noun: what a line is, for the count that people see.
  static func print(
    _ list: some Encodable, rows: [[String]], noun: String, week: Week, _ invocation: Invocation
  ) {
    switch invocation.format {
    case .json: Terminal.print(jsonText(list) + "\n")
    case .text:
      Terminal.print(Columns.text(rows))
      count(rows.count, noun, week, invocation)
    case .sarif, .github: break
    }
  }

  /// Tells people how many lines there were.
  static func count(_ count: Int, _ noun: String, _ week: Week, _ invocation: Invocation) {
    if invocation.isQuiet || invocation.format != .text { return }
    Terminal.note("\(counted(count, noun)) in \(week.text)\n")
  }
}
