import Foundation
import Glibc
import TestSites
import Testing

/// The completions as the shells themselves evaluate them.
struct CompletionTests {
  /// A line before the tab, and the line after it.
  static let lines = [
    ("versus bu", "versus build "),
    ("versus build --dr", "versus build --drafts "),
    ("versus build --drafts --form", "versus build --drafts --format="),
    ("versus build --format=sa", "versus build --format=sarif "),
    ("versus build --format gi", "versus build --format github "),
    ("versus build -o conte", "versus build -o content/"),
    ("versus schema rep", "versus schema report "),
    // The command does not have this option.
    ("versus version --dr", "versus version --dr"),
  ]

  private func run(_ shell: String, _ script: String, in versus: Versus) throws -> String {
    try versus.write(script, to: "try")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["--signal=KILL", "60", shell, "try"]
    process.currentDirectoryURL = URL(filePath: versus.folder, directoryHint: .isDirectory)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": versus.folder, "TERM": "dumb"]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try withoutBlockedSignals { try process.run() }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return output
  }

  private func folder(for shell: String) throws -> Versus {
    let versus = try Versus()
    try versus.write(try versus.run("completion", shell).output, to: "completion")
    try versus.write("", to: "content/site.yaml")
    return versus
  }

  @Test func bash() throws {
    let versus = try folder(for: "bash")
    let words = try run(
      "bash",
      """
      . ./completion
      COMP_WORDS=(versus bu); COMP_CWORD=1; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus build --dr); COMP_CWORD=2; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus schema rep); COMP_CWORD=2; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus build -o conte); COMP_CWORD=3; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus build --format gi); COMP_CWORD=3; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus build --format = gi); COMP_CWORD=4; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus plan --host gi); COMP_CWORD=3; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus serve --host gi); COMP_CWORD=3; _versus; echo "${COMPREPLY[*]}"
      COMP_WORDS=(versus import conte); COMP_CWORD=2; _versus; echo "${COMPREPLY[*]}"
      """, in: versus)
    #expect(words == "build\n--drafts\nreport\ncontent\ngithub\ngithub\ngithub\n\ncontent\n")
  }

  /// A zsh on a pseudo-terminal, in which each line is typed, completed and recorded.
  @Test func zsh() throws {
    let versus = try folder(for: "zsh")
    let typed = Self.lines.map { "zpty -w -n shell $'\($0.0)\\t\\x14'" }
    let script = """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'autoload -U compinit; compinit -u -D; . ./completion'
      zpty -w shell 'note() { print -r -- "$BUFFER" >> lines; BUFFER= }'
      zpty -w shell 'zle -N note; bindkey "^T" note'
      \(typed.joined(separator: "\n"))
      zpty -w shell exit
      while zpty -r shell; do :; done > seen
      cat lines
      """
    let lines = try run("zsh", script, in: versus).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropLast().map(String.init) == Self.lines.map(\.1))
  }
}

/// Unblocks signals while the body runs. Tests run on a pool's thread, which blocks signals; a
/// shell that inherits this would wait forever for its children.
private func withoutBlockedSignals(_ body: () throws -> Void) throws {
  var (none, before) = (sigset_t(), sigset_t())
  unsafe sigemptyset(&none)
  unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  try body()
}
