import Diagnosing
import FoundationEssentials
import Publishing
import System
import Writing

/// Runs a command and turns failures into exit codes.
enum Tool {
  /// The version. It is stated only here.
  static let version = "0.2.0"

  /// The identity of this build of the program: another build may render the same content
  /// differently.
  static var identity: String {
    "\(version) \(fileStatus("/proc/self/exe")?.identity ?? "")"
  }

  static func run(_ arguments: [String]) -> ExitCode {
    do {
      let environment = ProcessInfo.processInfo.environment
      let code = try Invocation(arguments, environment: environment).run()
      return Terminal.isOutputLost ? .machine : code
    } catch let error as UsageError {
      tell(error.message, "Try 'versus help'.\n")
      return .usage
    } catch let error as OutputFolder.Refusal {
      tell("\(error)")
      return .usage
    } catch let error as Refusal {
      tell("\(error)")
      return error.kind == .usage ? .usage : .checkFailed
    } catch  where error is SiteWriter.Interrupted || Interruption.isAsked {
      Terminal.note("versus: interrupted; every file is either the old one or the new one\n")
      return .interrupted
    } catch {
      tell("\(error)")
      return .machine
    }
  }

  /// Prints a problem. Control characters are made visible before they reach the terminal, because
  /// arguments and file names may contain anything.
  private static func tell(_ problem: String, _ hint: String = "") {
    Terminal.note("versus: \(VisibleText.of(problem))\n\(hint)")
  }
}
