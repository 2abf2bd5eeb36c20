import Content
import Foundation
import Hashing
import Publishing
import System
import Testing

/// Whatever is in a target, publishing gives readers the site, or says what is in the way; it
/// touches nothing outside of the target (Y-02, Y-07).
@Suite struct UntrustedTargetTests {
  private static let zeros = String(repeating: "0", count: 32)

  /// A target with one release, beside a folder that must stay as it is.
  private func place() throws -> Place {
    let place = try Place()
    try place.write(["index.html": "a", "x/index.html": "x", "same": "s"])
    _ = try place.publish()
    try place.write("secret", to: place.folder + "/victim/index.html")
    try place.write("secret", to: place.folder + "/victim/0002-2026-W14/index.html")
    try place.write("secret", to: place.folder + "/victim/.new/index.html")
    return place
  }

  private func expectVictim(_ place: Place) throws {
    for path in ["index.html", "0002-2026-W14/index.html", ".new/index.html"] {
      let file = place.folder + "/victim/" + path
      #expect(FileManager.default.contents(atPath: file) == Data("secret".utf8), "\(path)")
    }
  }

  private func replaceByLink(_ place: Place, _ path: String) throws {
    try? FileManager.default.removeItem(atPath: place.target + "/" + path)
    try FileManager.default.createSymbolicLink(
      atPath: place.target + "/" + path, withDestinationPath: place.folder + "/victim")
  }

  @Test func aLinkInPlaceOfTheReleasesIsRefused() throws {
    let place = try place()
    try replaceByLink(place, "releases")
    let refusal = #expect(throws: Refusal.self) { try place.publish() }
    #expect(refusal?.description.contains("releases' is not a folder") == true)
    #expect(throws: (any Error).self) { try FolderTarget(place.target).rollback(to: nil) }
    try expectVictim(place)
  }

  /// A release is a folder; a link of that name is none, and nothing comes from where it leads.
  @Test func aLinkInPlaceOfAReleaseIsNone() throws {
    let place = try place()
    try place.write(["index.html": "public"])
    try replaceByLink(place, "releases/0001-2026-W14")
    _ = try place.publish()
    #expect(try place.shown() == place.site())
    #expect(throws: Refusal.self) { try FolderTarget(place.target).rollback(to: nil) }
    try expectVictim(place)
  }

  @Test(arguments: ["releases/.new", "current.new"])
  func aLinkInPlaceOfWhatIsBeingMadeIsReplaced(path: String) throws {
    let place = try place()
    try place.write(["index.html": "b"])
    try replaceByLink(place, path)
    _ = try place.publish()
    #expect(try place.shown() == place.site())
    try expectVictim(place)
  }

  @Test func aFolderInPlaceOfTheNewLinkIsNamed() throws {
    let place = try place()
    try place.write(["index.html": "b"])
    try place.write("mine", to: place.target + "/current.new/mine")
    let failure = #expect(throws: FileFailure.self) { try place.publish() }
    #expect(failure.map { "\($0)" }?.contains("current.new") == true)
    #expect(FileManager.default.fileExists(atPath: place.target + "/current.new/mine"))
  }

  // MARK: Lists

  /// A list that is no regular file, or that is larger than any, counts as none.
  @Test(.timeLimit(.minutes(1)), arguments: ["pipe", "device", "sparse", "zeros", "binary"])
  func aListThatIsNoneIsNotRead(kind: String) throws {
    let place = try place()
    let list = place.target + "/releases/0001-2026-W14.files"
    try FileManager.default.removeItem(atPath: list)
    switch kind {
    case "pipe": #expect(unsafe mkfifo(list, 0o644) == 0)
    case "device":
      try FileManager.default.createSymbolicLink(atPath: list, withDestinationPath: "/dev/zero")
    case "sparse", "zeros":
      try place.write("", to: list)
      let size = kind == "sparse" ? 20 << 30 : 1 << 30
      let isLarge = unsafe truncate(list, size) == 0
      try #require(isLarge)
    default: try Data((0...255).map(UInt8.init)).write(to: URL(filePath: list))
    }
    try place.write(["index.html": "b"])
    let result = try place.publish()
    #expect(result.sent == 1 && result.unchanged == 2)
    #expect(try place.shown() == place.site())
  }

  /// Two sizes whose sum is no number.
  @Test func sizesThatOverflowMakeItNone() throws {
    let line = "\(Self.zeros) \(Int.max) "
    #expect(SentFiles(text: "versus files 1\n\(line)a\n") != nil)
    #expect(SentFiles(text: "versus files 1\n\(line)a\n\(line)b\n") == nil)
    let place = try place()
    try place.write(["index.html": "b"])
    _ = try place.publish()
    try place.write(
      "versus files 1\n\(line)a\n\(line)b\n",
      to: place.target + "/releases/0001-2026-W14.files")
    #expect(try FolderTarget(place.target).rollback(to: nil).release == "0001-2026-W14")
  }

  /// A list is truncated at every byte.
  @Test func aTornListIsNone() {
    let text = SentFiles([
      SentFile(path: "a/b", size: 3, fingerprint: Fingerprint(of: [1])),
      SentFile(path: "c", size: 0, fingerprint: Fingerprint(of: [])),
    ]).text
    let wholeLines = Set(text.indices.filter { text[$0] == "\n" }.map(text.index(after:)))
    for end in text.indices where !wholeLines.contains(end) {
      #expect(SentFiles(text: String(text[..<end])) == nil)
    }
  }

  // MARK: Releases that are not as they were

  @Test func aReleaseThatIsGoneIsMadeAgain() throws {
    let place = try place()
    try FileManager.default.removeItem(atPath: place.target + "/releases/0001-2026-W14")
    #expect(try place.publish().sent == 3)
    #expect(try place.shown() == place.site())
  }

  @Test(arguments: ["index.html", "x/index.html", "x"])
  func aFileThatIsGoneIsSentAgain(path: String) throws {
    let place = try place()
    try FileManager.default.removeItem(atPath: "\(place.target)/releases/0001-2026-W14/\(path)")
    #expect(try place.publish().sent == 1)
    #expect(try place.shown() == place.site())
  }

  /// A file of the same size that somebody wrote to after the release was made.
  @Test func aFileThatWasEditedIsSentAgain() throws {
    let place = try place()
    usleep(20_000)
    let file = FileHandle(forWritingAtPath: place.target + "/releases/0001-2026-W14/index.html")
    try #require(file).write(Data("z".utf8))
    #expect(try place.publish().sent == 1)
    #expect(try place.shown() == place.site())
  }

  @Test func theHighestNumberIsTheLast() throws {
    let place = try place()
    try place.write(["index.html": "b"])
    for name in ["9223372036854775807-2026-W14", "1000000000-2026-W14"] {
      try place.write("x", to: "\(place.target)/releases/\(name)/x")
    }
    #expect(try place.publish().release == "0002-2026-W14")
    try place.write("x", to: "\(place.target)/releases/999999999-2026-W14/x")
    try place.write(["index.html": "c"])
    let refusal = #expect(throws: Refusal.self) { try place.publish() }
    #expect(refusal?.description.contains("999999999-2026-W14") == true)
  }

  @Test func theOutputIsNoPlaceForReleases() throws {
    let place = try place()
    let week = try #require(Week("2026-W14"))
    let before = try place.site()
    for target in ["/new", "", "/..", "/x/../y"] {
      #expect(throws: Refusal.self) {
        try FolderTarget.publish(
          try Folder(place.output), to: place.output + target, week: week, PublishOptions())
      }
    }
    #expect(try place.site() == before)
    #expect(!FileManager.default.fileExists(atPath: place.output + "/new"))
  }
}
