import Content
import System
import Writing

/// An option of the command line, as data: parsing, help and completion derive from the table.
enum Option: String, CaseIterable {
  case source, output, week, baseURL = "base-url", jobs, format, quiet, verbose, drafts, force,
    strict, category, mapping, dryRun = "dry-run", from
  case host, port, strictPort = "strict-port", open, built
  case shard, verify, templates
  case help

  var short: Character? {
    switch self {
    case .source: "s"
    case .output: "o"
    case .week: "w"
    case .jobs: "j"
    case .quiet: "q"
    case .verbose: "v"
    case .help: "h"
    default: nil
    }
  }

  /// What the value is called; nil for a switch.
  var placeholder: String? {
    switch self {
    case .source, .output: "DIR"
    case .week, .from: "WEEK"
    case .baseURL: "URL"
    case .jobs: "N"
    case .category: "CATEGORY"
    case .mapping: "FILE"
    case .format: "FORMAT"
    case .host: "HOST"
    case .port: "PORT"
    case .shard: "I/N"
    default: nil
    }
  }

  var values: [String] { self == .format ? ["text", "json", "sarif", "github"] : [] }

  var help: String {
    switch self {
    case .source: "the folder that holds content/ and templates/ (default: .)"
    case .output: "where the site goes (default: SOURCE/public)"
    case .week: "the site as of that week (default: the newest)"
    case .baseURL: "replaces the site's baseURL"
    case .jobs: "workers (default: the number of cores)"
    case .format: "text, json, sarif or github (default: text)"
    case .quiet: "say nothing but errors"
    case .verbose: "say more"
    case .drafts: "include reports marked as drafts"
    case .force: "replace files that stand in the way, ignore the manifest"
    case .strict: "treat warnings as errors"
    case .category: "the category of the reports (default: the only one)"
    case .mapping: "what the columns of the table are"
    case .dryRun: "show what would change; write nothing"
    case .host: "where to listen (default: 127.0.0.1); of plan, the host whose limits count"
    case .port: "the port, 0 for any; the next free one if taken (default: 8080)"
    case .strictPort: "fail when the port is taken"
    case .open: "open the site in a browser"
    case .built: "serve the output folder as it is"
    case .shard: "make part I of N; together the parts are the whole site"
    case .verify: "render everything and compare it with the output; write nothing"
    case .templates: "which share of a comparison page is made when"
    case .from: "the week whose reports in force are copied"
    case .help: "show this help"
    }
  }

  /// What a value must be, when the given one is not; what needs the content is checked later.
  func problem(with value: String) -> String? {
    switch self {
    case .jobs:
      (Int(value).map { (1...1024).contains($0) } ?? false)
        ? nil : "must be a number from 1 to 1024"
    case .week, .from: Week(value) == nil ? "must be an ISO 8601 week such as 2026-W14" : nil
    case .baseURL: BaseAddress(value) == nil ? "must be an absolute http or https address" : nil
    case .source: fileStatus(value)?.isFolder == true ? nil : "must be a folder that exists"
    case .category: Slug(value) == nil ? "must be the slug of a category" : nil
    case .mapping: fileStatus(value)?.isFile == true ? nil : "must be a file that exists"
    case .output: value.isEmpty ? "must be a folder" : nil
    case .shard: Shard(value) == nil ? "must be a part of a whole, such as 3/8" : nil
    case .host: value.isEmpty ? "must be a name or an address" : nil
    case .port:
      (Int(value).map { (0...65535).contains($0) } ?? false)
        ? nil : "must be a number from 0 to 65535"
    case .format:
      values.contains(value) ? nil : "must be one of \(values.joined(separator: ", "))"
    default:
      ["true", "false", "yes", "no", "1", "0"].contains(value) ? nil : "must be true or false"
    }
  }

  /// `VERSUS_BASE_URL`
  var environment: String {
    "VERSUS_" + rawValue.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }
}
