import Diagnosing
import FoundationEssentials
import System
import Templating
import Writing

/// Runs a command and turns what went wrong into its exit code.
enum Program {
  static func run(_ arguments: [String]) -> ExitCode {
    let environment = ProcessInfo.processInfo.environment
    do {
      let invocation = try Invocation(arguments, environment: environment)
      let code = try run(invocation, environment)
      return Terminal.isOutputLost ? .machine : code
    } catch let error as UsageError {
      tell(error.message, "Try 'versus help'.\n")
      return .usage
    } catch let error as OutputFolder.Refusal {
      tell("\(error)")
      return .usage
    } catch is SiteWriter.Interrupted {
      Terminal.note("versus: interrupted; every page is either the old one or the new one\n")
      return .interrupted
    } catch {
      tell("\(error)")
      return .machine
    }
  }

  /// Arguments and names of files are whatever somebody chose: nothing in them reaches the terminal.
  private static func tell(_ problem: String, _ hint: String = "") {
    Terminal.note("versus: \(VisibleText.of(problem))\n\(hint)")
  }

  private static func run(
    _ invocation: Invocation, _ environment: [String: String]
  ) throws -> ExitCode {
    if invocation.has(.help) {
      Terminal.print(Help.text(on: invocation.command))
      return .done
    }
    let hasColor = Terminal.hasColor(environment)
    switch invocation.command {
    case .`init`: return try InitCommand.run(invocation)
    case .new: return try NewCommand.run(invocation, hasColor: hasColor)
    case .`import`: return try ImportCommand.run(invocation, hasColor: hasColor)
    case .check: return try CheckCommand.run(invocation, hasColor: hasColor)
    case .plan: return try PlanCommand.run(invocation, hasColor: hasColor)
    case .build: return try BuildCommand.run(invocation, hasColor: hasColor)
    case .serve: return try ServeCommand.run(invocation, hasColor: hasColor)
    case .explain: return try ExplainCommand.run(invocation, hasColor: hasColor)
    case .diff: return try DiffCommand.run(invocation, hasColor: hasColor)
    case .snapshot: return try SnapshotCommand.run(invocation, hasColor: hasColor)
    case .schema: return try SchemaCommand.run(invocation)
    case .completion: return try CompletionCommand.run(invocation)
    case .help: return try HelpCommand.run(invocation)
    case .version: return VersionCommand.run(invocation)
    }
  }

  static let version = "0.1.0"

  /// Which build of the program this is: another one may make other pages of the same content.
  static var identity: String {
    "\(version) \(fileStatus("/proc/self/exe")?.identity ?? "")"
  }
}
