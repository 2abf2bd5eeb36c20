import System

/// A program that brings files to another machine.
protocol Carrier {
  /// The list of the files that are there; empty where there is none, or where it is no list.
  func list() throws(FileFailure) -> SentFiles

  /// Replaces the list.
  func put(_ list: SentFiles) throws(FileFailure)

  /// Sends files of a folder, whatever is in their places.
  func copy(_ paths: [String], from folder: String) throws(FileFailure)

  /// Compares the bytes of files with those of a folder.
  func check(_ paths: [String], of folder: String) throws(FileFailure)

  /// Deletes files, which are not in the folder.
  func delete(_ paths: [String], notIn folder: String) throws(FileFailure)
}

/// A run of a carrier's program.
struct CarrierRun {
  let program: String
  let code: Int32
  /// What the program said on standard error.
  let said: String

  /// Runs a program, whose output goes to the file `output` of the work folder.
  ///
  /// - Parameter mistake: a text on standard error at which the program is ended.
  /// - Throws: `FileFailure` where the program is not installed.
  init(
    _ words: [String], in work: WorkFolder, endingAt mistake: String? = nil
  ) throws(FileFailure) {
    program = words.first ?? ""
    let errors = work.file("errors")
    code =
      runProgram(words, output: work.file("output"), errors: errors) {
        mistake.map(Self.said(in: errors).contains) ?? false
      } ?? 127
    if code == 127 {
      throw FileFailure("cannot run", program, because: "install it (Debian: \(program))")
    }
    said = Self.said(in: errors)
  }

  private static func said(in file: String) -> String {
    String(decoding: (try? InputFile(file).bytes(atMost: 1 << 20)) ?? [], as: UTF8.self)
  }

  /// The failure of a run, with what to do about it.
  ///
  /// - Parameter remedy: what to do where the program's words do not tell.
  func failure(_ target: String, remedy other: String? = nil) -> FileFailure {
    let last = said.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }
    let words = last.map { "\(program): \($0)" } ?? "\(program) ended with code \(code)"
    let remedy = (RemoteRemedy.remedy(for: said) ?? other).map { $0 + "; " } ?? ""
    return FileFailure(
      "cannot publish to", target,
      because: remedy + "the next 'versus publish' sends what is missing. " + words)
  }
}
