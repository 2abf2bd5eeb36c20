import Planning
import Presenting
import Rendering

/// The commands; help and completion derive from this table.
enum Command: String, CaseIterable {
  case `init`, new, `import`, check, plan, build, serve, explain, diff, snapshot
  case schema, completion, help, version

  var synopsis: String {
    switch self {
    case .`init`: "init [DIR]"
    case .new: "new vendor|week|comparison|prompt …"
    case .`import`: "import FILE.csv --category C --week W"
    case .check: "check"
    case .plan: "plan"
    case .build: "build"
    case .serve: "serve"
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
    case .`import`: "rows of a table to reports; nothing is overwritten unasked"
    case .check: "find everything that is wrong; write nothing"
    case .plan: "what a build would write, and which limits of a host it meets"
    case .build: "content + templates → public"
    case .serve: "preview on http://127.0.0.1:8080, live"
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
      [
        .source, .output, .week, .baseURL, .jobs, .format, .drafts, .shard, .verify, .force, .quiet,
        .verbose, .help,
      ]
    case .plan:
      [
        .source, .week, .baseURL, .host, .templates, .jobs, .format, .drafts, .quiet, .verbose,
        .help,
      ]
    case .serve:
      [
        .source, .output, .week, .baseURL, .jobs, .format, .drafts, .host, .port, .strictPort,
        .open, .built, .quiet, .verbose, .help,
      ]
    case .explain: [.source, .week, .jobs, .format, .drafts, .quiet, .verbose, .help]
    case .diff: [.source, .jobs, .format, .drafts, .quiet, .verbose, .help]
    case .snapshot: [.source, .jobs, .format, .quiet, .verbose, .help]
    case .new: [.source, .from, .format, .quiet, .help]
    case .`import`:
      [
        .source, .week, .category, .mapping, .dryRun, .force, .format, .quiet, .help,
      ]
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
                                --from WEEK: with copies of the reports in force then
      new comparison A B        an editor's text for a pair
      new prompt NAME           a prompt and its answers
      """
    case .`import`:
      """
      FILE has rows of values (CSV by RFC 4180) or is a list of mappings (.json, .yaml). Columns are
      called like the criteria, or a mapping says what they are. With a column of weeks the table
      may hold many, and --week takes the rows of one. When a row does not fit, or a report that is
      there says something else, nothing is written; --force puts the values into it.
      """
    case .check:
      "Prints what is wrong to standard error, or for machines to standard output (--format)."
    case .plan:
      """
      Hosts: \(Host.allCases.map(\.rawValue).joined(separator: ", ")).
      With --host, exit code 4 says that the site breaks one of its limits.
      """
    case .build:
      """
      Pages are made again when something that they are made from changed, and only files that this
      program wrote are removed. When content or templates are wrong, nothing is written. A page that
      somebody else changed, or took out of its folder and left the folder, is found by --verify and
      mended by --force.
      --shard 3/8 makes one of eight parts; they may run at the same time, on several machines.
      """
    case .serve:
      """
      Shows the site that a build would write, without building it: a page is rendered when it is
      asked for. Open pages follow what is saved; mistakes appear over them and go away when mended.
      --built serves the output folder instead, with the rules of its _headers and _redirects.
      Ctrl-C ends it, with exit code 0.
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
    case .completion, .`import`: 1...1
    case .check, .plan, .build, .serve, .version: 0...0
    }
  }
}
