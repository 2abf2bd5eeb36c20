/// The commands; help and completion derive from this table.
enum Command: String, CaseIterable {
  case `init`, new, check, build, explain, schema, completion, help, version

  var synopsis: String {
    switch self {
    case .`init`: "init [DIR]"
    case .new: "new vendor|week|comparison|prompt NAME [WEEK]"
    case .check: "check"
    case .build: "build"
    case .explain: "explain A B"
    case .schema: "schema report|category|site | schema template NAME"
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
    case .new: [.source, .quiet, .help]
    case .`init`: [.quiet, .help]
    case .schema, .completion, .help, .version: [.help]
    }
  }

  var operandCount: ClosedRange<Int> {
    switch self {
    case .`init`, .help: 0...1
    case .new: 2...3
    case .explain: 2...2
    case .schema: 1...2
    case .completion: 1...1
    case .check, .build, .version: 0...0
    }
  }
}
