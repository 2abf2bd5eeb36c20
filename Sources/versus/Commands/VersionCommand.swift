import Diagnosing

/// The command `versus version`.
enum VersionCommand {
  static let command = Command(
    "version",
    summary: "print the version",
    usages: [Usage(run: run)],
    options: [.format])

  private static func run(_ invocation: Invocation) -> ExitCode {
    let version = Tool.version
    Terminal.print(
      invocation.format == .json ? jsonText(["version": version]) + "\n" : "versus \(version)\n")
    return .done
  }
}
