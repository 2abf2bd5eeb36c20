package import Diagnosing
package import System

/// Makes a table of values from a sheet of a workbook (XLSX, ODS), by a program that is installed.
///
/// The program gets a copy of the file under a name of ours, and may use a bounded amount of time,
/// memory and room. No shell is involved.
package enum Workbook {
  private static let seconds = 120
  private static let memoryMegabytes = 2048

  /// - Returns: the values as CSV, under the workbook's name.
  /// - Throws: `FileFailure` if no program is installed, or the program cannot read the workbook.
  package static func values(
    of file: SourceFile, sheet: Int, atMost megabytes: Int
  ) throws(FileFailure) -> SourceFile {
    let work = try WorkFolder()
    defer { work.remove() }
    let suffix = file.path.split(separator: ".").last.map(String.init) ?? "xlsx"
    let isPlain = suffix.utf8.count <= 4 && suffix.allSatisfy { $0.isLetter || $0.isNumber }
    let input = "workbook." + (isPlain ? suffix : "xlsx")
    try work.write(file.bytes, to: input)
    let converter = Converter(work: work, input: work.file(input), megabytes: megabytes)
    guard let output = try converter.convert(sheet: sheet, of: file.path) else {
      throw FileFailure(
        "cannot read", file.path,
        because: "reading a workbook needs ssconvert (Debian: gnumeric) or LibreOffice "
          + "(Debian: libreoffice-calc-nogui), and neither is installed; install one, or save the "
          + "sheet as CSV")
    }
    let bytes = try InputFile(output).bytes(atMost: megabytes << 20)
    return SourceFile(path: file.path, bytes: bytes)
  }

  private struct Converter {
    let work: WorkFolder
    let input: String
    let megabytes: Int

    /// Returns the file that was written; nil where no program is installed.
    func convert(sheet: Int, of path: String) throws(FileFailure) -> String? {
      let sheets = work.file("sheet-%n.csv")
      // Sheets are counted from 0 here, and all of them are written.
      if try run(
        [
          "ssconvert", "--export-file-per-sheet", "--export-type=Gnumeric_stf:stf_csv", input,
          sheets,
        ],
        on: path)
      {
        return try found("sheet-\(sheet - 1).csv", sheet, of: path)
      }
      // Comma, quote, UTF-8, from the first line, all columns, in English, values as they are.
      let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false"
      let folder = work.file("sheets")
      for program in ["soffice", "libreoffice"] {
        let isDone = try run(
          [
            program, "-env:UserInstallation=file://" + work.file("profile"), "--headless",
            "--convert-to", "\(filter),\(sheet)", "--outdir", folder, input,
          ], on: path)
        if isDone {
          guard let name = try FolderEntry.all(in: folder).map(\.name).sorted().first else {
            throw Self.noSheet(sheet, of: path)
          }
          return folder + "/" + name
        }
      }
      return nil
    }

    private func found(_ name: String, _ sheet: Int, of path: String) throws(FileFailure) -> String
    {
      if fileStatus(work.file(name)) != nil { return work.file(name) }
      throw Self.noSheet(sheet, of: path)
    }

    private static func noSheet(_ sheet: Int, of path: String) -> FileFailure {
      FileFailure("cannot read", path, because: "there is no sheet number \(sheet)")
    }

    /// Runs a program within its bounds; returns false where it is not installed.
    private func run(_ words: [String], on path: String) throws(FileFailure) -> Bool {
      let bounds = [
        "env", "LC_ALL=C.UTF-8", "HOME=" + work.path, "prlimit", "--fsize=\(megabytes << 20)",
        "--data=\(Workbook.memoryMegabytes << 20)", "--core=0", "timeout", "--kill-after=5",
        "\(Workbook.seconds)",
      ]
      let code = runProgram(
        bounds + words, output: work.file("output"), errors: work.file("errors"),
        within: Workbook.seconds + 10)
      switch code {
      case 0: return true
      case 127: return false
      case nil, 124, 137:
        throw FileFailure(
          "cannot read", path, because: "\(words[0]) took longer than \(Workbook.seconds) seconds")
      case let code?:
        let said = (try? InputFile(work.file("errors")).bytes(atMost: 1 << 16)) ?? []
        let lines = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline)
        throw FileFailure(
          "cannot read", path,
          because: "\(words[0]) ended with code \(code): \(lines.last ?? "it did not say why")")
      }
    }
  }
}
