import Rendering

/// The commands; help and completion derive from this table.
enum Command: String, CaseIterable {
  case `init`, new, check, build, explain, diff, snapshot, schema, completion, help, version

  var synopsis: String {
    switch self {
    case .`init`: "init [DIR]"
    case .new: "new vendor|week|comparison|prompt …"
    case .check: "check"
    case .build: "build"
    case .explain: "explain A B"
    case .diff: "diff WEEK WEEK"
    case .snapshot: "snapshot WEEK|list|verify WEEK"
    case .schema: "schema report|category|site|template NAME"
    case .completion: "completion bash|zsh|fish"
    case .help: "help [COMMAND]"
    case .version: "version"
    }
  }

  var summary: String {
    switch self {
    case .`init`: "write a working site: one category, two vendors, two weeks"
    case .new: "write a file with the right keys; nothing is overwritten"
    case .check: "find everything that is wrong; write nothing"
    case .build: "content + templates → public"
    case .explain: "how each row of a comparison came out, and why who wins"
    case .diff: "what changed between two weeks"
    case .snapshot: "freeze a week; list; prove that it can still be made"
    case .schema: "JSON Schema of content files, or the names a template may use"
    case .completion: "completions for a shell"
    case .help: "help on a command"
    case .version: "the version of this program"
    }
  }

  var options: [Option] {
    switch self {
    case .check:
      [.source, .week, .baseURL, .jobs, .format, .drafts, .strict, .quiet, .verbose, .help]
    case .build:
      [.source, .output, .week, .baseURL, .jobs, .format, .drafts, .force, .quiet, .verbose, .help]
    case .explain: [.source, .week, .jobs, .format, .drafts, .quiet, .verbose, .help]
    case .diff: [.source, .jobs, .format, .drafts, .quiet, .verbose, .help]
    case .snapshot: [.source, .jobs, .format, .quiet, .verbose, .help]
    case .new: [.source, .format, .quiet, .help]
    case .`init`: [.format, .quiet, .help]
    case .version: [.format, .help]
    case .schema, .completion, .help: [.help]
    }
  }

  /// What the first operand may be, where that is a word of ours.
  var words: [String] {
    switch self {
    case .new: NewFile.allCases.map(\.rawValue)
    case .snapshot: ["list", "verify"]
    case .schema: ContentSchema.allCases.map(\.rawValue) + ["template"]
    case .completion: Completion.allCases.map(\.rawValue)
    case .help: Self.allCases.map(\.rawValue)
    default: []
    }
  }

  /// What more there is to know, for the command's help.
  var details: String {
    switch self {
    case .`init`:
      "Refuses a folder that already has a content folder. DIR is created when it is not there."
    case .new:
      """
      new vendor NAME [WEEK]    a report with every key of the category, values left out
      new week WEEK             the folder of a week; earlier reports stay in force
      new comparison A B        an editor's text for a pair
      new prompt NAME           a prompt and its answers
      """
    case .check:
      "Prints what is wrong to standard error, or for machines to standard output (--format)."
    case .build:
      """
      Files that did not change are not written again, and only files that this program wrote are
      removed. When content or templates are wrong, nothing is written.
      """
    case .explain:
      "A and B are slugs of vendors of one category, in any order. Each value names its file and line."
    case .diff:
      """
      Vendors added, retired and renamed, winners that flipped, tiers, and values with the leads that
      they gained or lost: the headline first, then what moved most.
      """
    case .snapshot:
      """
      snapshot WEEK          writes content/snapshots/WEEK.yaml, the hashes of what the week's site is
                             made of and of what comes out; commit it beside the content
      snapshot list          the weeks that are frozen
      snapshot verify WEEK   makes the week again; names the inputs and pages that differ, and exits 4
      """
    case .schema:
      "The names of templates are: \(PageKind.allCases.map(\.rawValue).joined(separator: ", "))."
    case .completion:
      "For bash: source <(versus completion bash)"
    case .help, .version: ""
    }
  }

  var operandCount: ClosedRange<Int> {
    switch self {
    case .`init`, .help: 0...1
    case .new: 1...3
    case .explain, .diff: 2...2
    case .schema, .snapshot: 1...2
    case .completion: 1...1
    case .check, .build, .version: 0...0
    }
  }
}
