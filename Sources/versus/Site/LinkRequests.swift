import FoundationEssentials
import Glibc
import Markup
import System

/// Requests addresses of other sites with the program `curl`: one at a time, at most two a second,
/// each for at most ten seconds and a few redirects.
///
/// Input: addresses. Output: the answer of each. Good answers are cached for a week.
struct LinkRequests {
  private static let secondsKept = 7 * 24 * 60 * 60
  /// The cache of answers, with the time, the answer and the address on each line.
  private static let file = ".versus/links.txt"
  private let source: String
  private var known: [String: String] = [:]

  /// - Parameter source: the source folder, which contains the cache.
  init(source: String) {
    self.source = source
    let now = time(nil)
    guard let folder = try? Folder(source),
      let bytes = try? InputFile(Self.file, FolderWalk(folder))
        .bytes(atMost: Bounds.fileMegabytes << 20)
    else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let asked = Int(parts[0]),
        asked <= now, asked > now - Self.secondsKept
      else { continue }
      known[parts[2]] = line.description
    }
  }

  /// How many addresses were not asked, because the time was up.
  private(set) var unasked = 0

  /// The answers that say that an address is dead, by address.
  ///
  /// - Parameter seconds: the most that all requests together may take.
  /// - Throws: `FileFailure` when there is no `curl`, or its files cannot be written.
  mutating func deadAnswers(of addresses: [String], within seconds: Int) throws -> [String: String]
  {
    let new = Set(addresses).filter { known[$0] == nil }.sorted()
    if new.isEmpty { return [:] }
    var dead: [String: String] = [:]
    for (address, answer) in zip(new, try ask(new, within: seconds)) {
      guard let answer else {
        unasked += 1
        continue
      }
      if let problem = Self.problem(answer) {
        dead[address] = problem
      } else {
        known[address] = "\(time(nil)) \(answer.code) \(address)"
      }
    }
    let lines = known.values.sorted().map { $0 + "\n" }.joined()
    try replaceFile(Array(lines.utf8), at: Self.file, inside: source)
    return dead
  }

  private struct Answer {
    var code = "000"
    /// The exit code of `curl` for the address.
    var failure = "0"
  }

  /// Returns what is wrong with an address; nil if nothing is. A site that refuses programs may
  /// still have the page.
  private static func problem(_ answer: Answer) -> String? {
    switch answer.failure {
    case "0":
      return ["404", "410"].contains(answer.code) || answer.code >= "500" ? answer.code : nil
    case "6": return "nothing: there is no such host"
    case "28": return "nothing within ten seconds"
    default: return "nothing (curl: \(answer.failure))"
    }
  }

  /// - Returns: the answers in the order of the addresses; nil where there was no time to ask.
  private func ask(_ addresses: [String], within seconds: Int) throws -> [Answer?] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "versus-links-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let options = folder.appending(path: "options").path()
    let output = folder.appending(path: "answers").path()
    try Data(Self.options(addresses).utf8).write(to: folder.appending(path: "options"))
    let status = runProgram(
      ["curl", "--config", options], output: output, within: seconds)
    if status == 127 { throw FileFailure("cannot run", "curl") }
    // What curl says nothing about although it had the time is no address to it.
    var answers = addresses.map { _ in status == nil ? nil : Answer() }
    let text = String(
      decoding: try InputFile(output).bytes(atMost: Bounds.fileMegabytes << 20), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3, let number = Int(parts[0]), answers.indices.contains(number) else {
        continue
      }
      answers[number] = Answer(code: parts[1], failure: parts[2])
    }
    return answers
  }

  /// Within quotes, `curl` reads what follows a backslash in a way of its own.
  private static func quoted(_ address: String) -> String {
    address.replacingAll("\"", with: "%22").replacingAll("\\", with: "%5C")
  }

  /// Returns the configuration for `curl`. An address cannot add options, because it is quoted and
  /// globs are off.
  private static func options(_ addresses: [String]) -> String {
    """
    silent
    globoff
    location
    max-redirs = 5
    connect-timeout = 5
    max-time = 10
    rate = "2/s"
    proto = "=http,https"
    proto-redir = "=http,https"
    range = "0-1023"
    user-agent = "versus (link check)"
    write-out = "%{urlnum} %{http_code} %{exitcode}\\n"

    """
      + addresses.map {
        "url = \"\(Self.quoted($0))\"\noutput = \"/dev/null\"\n"
      }
      .joined()
  }
}
