import Diagnosing
import Presenting
import Rendering
import Templating

/// `versus version`
enum VersionCommand {
  static func run(_ invocation: Invocation) -> ExitCode {
    let isJSON = invocation.format == .json
    let version = Program.version
    Terminal.print(isJSON ? jsonText(["version": version]) + "\n" : "versus \(version)\n")
    return .done
  }
}

/// `versus help [COMMAND]`
enum HelpCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    guard let name = invocation.operands.first else {
      Terminal.print(Help.overview)
      return .done
    }
    guard let command = Command(rawValue: name) else {
      throw UsageError("unknown command '\(name)'", near: name, among: Command.help.words)
    }
    Terminal.print(Help.text(on: command))
    return .done
  }
}

/// `versus completion bash|zsh|fish`
enum CompletionCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    guard let shell = Completion(rawValue: invocation.operands[0]) else {
      let name = invocation.operands[0]
      throw UsageError(
        "completions are for bash, zsh and fish, not '\(name)'", near: name,
        among: Command.completion.words)
    }
    Terminal.print(shell.script)
    return .done
  }
}

/// `versus schema report|category|site`, `versus schema template NAME`
enum SchemaCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = invocation.operands
    if operands[0] == "template" {
      guard operands.count == 2, let kind = PageKind(rawValue: operands[1]) else {
        let names = PageKind.allCases.map(\.rawValue)
        throw UsageError(
          "'schema template' takes one of \(names.joined(separator: ", "))",
          near: operands.last ?? "", among: names)
      }
      Terminal.print(kind.schema.reference)
      return .done
    }
    guard operands.count == 1, let schema = ContentSchema(rawValue: operands[0]) else {
      throw UsageError(
        "'schema' takes report, category, site, or template NAME", near: operands[0],
        among: Command.schema.words)
    }
    Terminal.print(jsonText(schema.document) + "\n")
    return .done
  }
}
