import Content
import Diagnosing

/// Options that several commands share; all others are declared in their command's file.
extension Option {
  static let packed = Option(
    "packed", help: "the parts of comparison pages instead of the pages; the host joins them")
  static let source = Option(
    "source", short: "s", takes: .existingFolder.standard("."),
    help: "the folder that holds `content/` and `templates/`")
  static let output = Option(
    "output", short: "o", takes: .folder.standard("`SOURCE/public`"), help: "the output folder")
  static let week = Option(
    "week", short: "w", takes: .week.standard("the newest week"),
    help: "the site as of this week")
  static let baseURL = Option(
    "base-url",
    takes: OptionValue("URL", requirement: "must be an absolute http or https address") {
      BaseAddress($0) != nil
    },
    help: "replace the site's `baseURL`")
  /// Its variable is not that of `plan --host`, which knows other names.
  static let siteHost = Option(
    "host", takes: .word("HOST", among: Site.Host.allCases.map(\.rawValue)),
    help: "write the files that this host reads; replaces the site's `host`",
    variable: "VERSUS_SITE_HOST")
  static let precompress = Option(
    "precompress", help: "put compressed copies of texts beside them, for servers to send")
  static let category = Option(
    "category",
    takes: OptionValue("CATEGORY", requirement: "must be the slug of a category") {
      Slug($0) != nil
    }
    .standard("the only one"),
    help: "the category of the reports")

  /// The category that is asked for, or the only one of a site.
  static func category(
    _ invocation: Invocation, among names: [String]
  ) throws(UsageError) -> String {
    guard let name = invocation[.category] ?? (names.count == 1 ? names.first : nil) else {
      throw UsageError(
        names.isEmpty
          ? "there is no category in content/categories/; 'versus init' makes a site with one"
          : "give --category: one of \(names.joined(separator: ", "))")
    }
    if names.contains(name) { return name }
    throw UsageError("there is no category '\(name)'", near: name, among: names)
  }

  static let jobs = Option(
    "jobs", short: "j", takes: .number("N", 1...1024).standard("the number of cores"),
    help: "the number of workers")
  static let format = Option(
    "format",
    takes: .word("FORMAT", among: DiagnosticFormat.allCases.map(\.rawValue)).standard("text"),
    help: "the format of results and diagnostics")
  static let drafts = Option("drafts", help: "include reports marked as drafts")
  static let quiet = Option(
    "quiet", short: "q", help: "leave out warnings and summaries")
  static let verbose = Option("verbose", short: "v", help: "print more details")
}
