import Content
import Foundation
import Hashing
import Publishing
import System
import Testing

/// Releases in a folder: what is sent, what is linked, and what readers see.
@Suite struct ReleaseTests {
  @Test func changedFilesAreCopiedAndOthersLinked() throws {
    let place = try Place()
    try place.write(["index.html": "a", "x/index.html": "x", "old.txt": "old"])
    let first = try place.publish()
    #expect(first.sent == 3 && first.deleted == 0 && first.unchanged == 0 && first.bytes == 5)
    #expect(first.release == "0001-2026-W14")
    try place.write(["index.html": "bb"])
    try place.remove("old.txt")
    let second = try place.publish()
    #expect(second.sent == 1 && second.deleted == 1 && second.unchanged == 1 && second.bytes == 2)
    #expect(try place.shown() == place.site())
    let inodes = try [first, second].map {
      try place.inode("target/releases/\($0.release)/x/index.html")
    }
    #expect(inodes[0] == inodes[1])
  }

  /// A reader who opened a page before a switch asks for what it names after the switch.
  @Test func theAssetsOfTheReleaseBeforeStay() throws {
    let place = try Place()
    var names: [String] = []
    for (number, old) in zip(1...3, [nil, "assets/1.css", "assets/2.css"]) {
      if let old { try place.remove(old) }
      try place.write(["index.html": "\(number)", "assets/\(number).css": "\(number)"])
      let result = try place.publish()
      #expect(result.sent == 2 && result.deleted == (old == nil ? 0 : 1))
      names.append(result.release)
      var expected = try place.site()
      if let old { expected[old] = Data(old.utf8.dropFirst(7).prefix(1)) }
      #expect(try place.shown() == expected)
    }
    let back = try FolderTarget(place.target).rollback(to: names[0])
    #expect(back.sent == 2 && back.deleted == 1)
    let shown = try place.shown()
    #expect(shown["index.html"] == Data("1".utf8))
    #expect(shown.keys.sorted() == ["assets/1.css", "assets/3.css", "index.html"])
    // They are no part of the release: nothing has to be sent or deleted for them.
    try place.remove("assets/3.css")
    try place.write(["index.html": "1", "assets/1.css": "1"])
    #expect(try place.publish().release == names[0])
  }

  @Test func nothingNewMakesNoRelease() throws {
    let place = try Place()
    try place.write(["index.html": "a"])
    _ = try place.publish()
    let again = try place.publish()
    #expect(again.release == "0001-2026-W14" && again.sent == 0 && again.unchanged == 1)
    #expect(try place.releases() == ["0001-2026-W14"])
  }

  @Test func rollbackRestoresEveryByte() throws {
    let place = try Place()
    try place.write(["index.html": "a", "only.html": "1"])
    _ = try place.publish()
    let before = try place.shown()
    try place.write(["index.html": "b"])
    try place.remove("only.html")
    _ = try place.publish(week: "2026-W15")
    let after = try place.shown()
    let back = try FolderTarget(place.target).rollback(to: nil)
    #expect(back.release == "0001-2026-W14" && back.sent == 2 && back.deleted == 0)
    #expect(try place.shown() == before)
    #expect(try FolderTarget(place.target).rollback(to: "2026-W15").release == "0002-2026-W15")
    #expect(try place.shown() == after)
    #expect(throws: Refusal.self) { try FolderTarget(place.target).rollback(to: "2026-W20") }
  }

  /// After going back, what is sent is what differs from what readers see.
  @Test func aReleaseAfterGoingBackFollowsTheShownOne() throws {
    let place = try Place()
    for text in ["a", "b", "c"] {
      try place.write(["index.html": text])
      _ = try place.publish()
    }
    _ = try FolderTarget(place.target).rollback(to: "0001-2026-W14")
    try place.write(["index.html": "a", "new.html": "n"])
    let result = try place.publish()
    #expect(result.release == "0004-2026-W14" && result.sent == 1 && result.unchanged == 1)
    #expect(try place.shown() == place.site())
  }

  @Test func onlyTheNewestReleasesStay() throws {
    let place = try Place()
    for text in ["a", "b", "c", "d"] {
      try place.write(["index.html": text])
      _ = try place.publish { $0.keep = 2 }
    }
    #expect(try place.releases() == ["0003-2026-W14", "0004-2026-W14"])
  }

  @Test func tooManyDeletesSendNothing() throws {
    let place = try Place()
    try place.write(["index.html": "a", "b": "b", "c": "c"])
    _ = try place.publish()
    let before = try place.shown()
    try place.remove("b")
    try place.remove("c")
    #expect(throws: Refusal.self) { try place.publish { $0.maxDeletes = 1 } }
    #expect(try place.shown() == before)
    #expect(try place.publish { $0.maxDeletes = 2 }.deleted == 2)
  }

  @Test func aDryRunChangesNothing() throws {
    let place = try Place()
    try place.write(["index.html": "abc"])
    let first = try place.publish { $0.isDryRun = true }
    #expect(first.sent == 1 && first.bytes == 3)
    #expect(!FileManager.default.fileExists(atPath: place.target))
    _ = try place.publish()
    try place.write(["index.html": "d"])
    #expect(try place.publish { $0.isDryRun = true }.release == "0002-2026-W14")
    #expect(try place.releases() == ["0001-2026-W14"])
  }

  /// What an ended program leaves: a half made release, a whole one that was never shown, and a
  /// current one without its list.
  @Test func leftoversOfAnEndedProgramAreCleared() throws {
    let place = try Place()
    try place.write(["index.html": "a", "same": "s"])
    _ = try place.publish()
    let releases = place.target + "/releases"
    try place.write("half", to: releases + "/.new/index.html")
    try place.write("whole", to: releases + "/0002-2026-W14/index.html")
    try FileManager.default.removeItem(atPath: releases + "/0001-2026-W14.files")
    try place.write(["index.html": "b"])
    let result = try place.publish()
    #expect(result.release == "0003-2026-W14" && result.sent == 1 && result.unchanged == 1)
    #expect(try place.shown() == place.site())
    #expect(try place.releases() == ["0001-2026-W14", "0003-2026-W14"])
    #expect(try FolderTarget(place.target).rollback(to: nil).release == "0001-2026-W14")
  }

  @Test func aFileChangedInAReleaseIsSentAnew() throws {
    let place = try Place()
    try place.write(["index.html": "a", "b": "b"])
    _ = try place.publish()
    try place.write("edited", to: place.target + "/releases/0001-2026-W14/b")
    try place.write(["index.html": "c"])
    _ = try place.publish()
    #expect(try place.shown() == place.site())
  }

  @Test func aTargetInTheOutputIsRefused() throws {
    let place = try Place()
    try place.write(["index.html": "a"])
    let output = try Folder(place.output)
    let week = try #require(Week("2026-W14"))
    #expect(throws: Refusal.self) {
      try FolderTarget.publish(
        output, to: place.output + "/target", week: week, PublishOptions())
    }
  }

  @Test func aFolderInThePlaceOfTheLinkIsRefused() throws {
    let place = try Place()
    try place.write(["index.html": "a"])
    try place.write("mine", to: place.target + "/current/index.html")
    #expect(throws: Refusal.self) { try place.publish() }
    #expect(try place.shown() == ["index.html": Data("mine".utf8)])
  }

  @Test(arguments: [
    "", "versus files 2\n", "versus files 1\nx 1 a\n",
    "versus files 1\n00000000000000000000000000000000 1 ../a\n",
    "versus files 1\n00000000000000000000000000000000 -1 a\n",
    "versus files 1\n00000000000000000000000000000000 1 /a\n",
    "versus files 1\n00000000000000000000000000000000 1 a",
  ])
  func nonsenseIsNoList(text: String) { #expect(SentFiles(text: text) == nil) }

  @Test func aListIsReadAsItWasWritten() {
    let files = SentFiles([
      SentFile(path: "a b/ä.html", size: 3, fingerprint: Fingerprint(of: [1])),
      SentFile(path: ".nojekyll", size: 0, fingerprint: Fingerprint(of: [])),
    ])
    #expect(SentFiles(text: files.text) == files)
  }

  @Test func assetsGoFirstAndIndexesLast() {
    let paths = [
      "sitemap.xml", "compare/a-vs-b/index.html", "assets/site.css", "index.html",
      "pagefind/pagefind-entry.json", "pagefind/index/en_1.pf_index",
    ]
    let files = SentFiles(
      paths.map { SentFile(path: $0, size: 1, fingerprint: Fingerprint(of: [])) })
    let transfer = Transfer(from: SentFiles([]), to: files)
    #expect(
      transfer.sent.map(\.path) == [
        "assets/site.css", "pagefind/index/en_1.pf_index", "compare/a-vs-b/index.html",
        "index.html", "pagefind/pagefind-entry.json", "sitemap.xml",
      ])
  }

  /// What is the same file on the disk as in the release before is not read again; what was
  /// replaced or copied is.
  @Test func linkedFilesAreNotReadAgain() throws {
    let place = try Place()
    let old = place.folder + "/old"
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
    try place.write(["linked": "1", "replaced": "2", "copied": "3"])
    for name in ["linked", "replaced"] {
      try FileManager.default.linkItem(
        atPath: place.output + "/" + name, toPath: old + "/" + name)
    }
    try place.write("3", to: old + "/copied")
    try place.remove("replaced")
    try place.write(["replaced": "4"])
    let listed = Fingerprint(of: Array("listed".utf8))
    let list = SentFiles(
      ["linked", "replaced", "copied"].map { SentFile(path: $0, size: 1, fingerprint: listed) })
    let found = try SentFiles(
      in: try Folder(place.output), jobs: 2, known: (list, try Folder(old)))
    #expect(found["linked"]?.fingerprint == listed)
    #expect(found["replaced"]?.fingerprint == Fingerprint(of: Array("4".utf8)))
    #expect(found["copied"]?.fingerprint == Fingerprint(of: Array("3".utf8)))
  }

  @Test(arguments: [
    ("store:bucket", true), ("store:", true), ("/srv/site", false), ("./a:b", false),
    ("site", false), ("me@example.org:/srv", true), ("me@example.org:", true), ("a@b/c:d", false),
    ("-oProxyCommand=x@host:/srv", false),
  ])
  func aRemoteHasAColonBeforeItsFirstSlash(target: String, isRemote: Bool) {
    #expect((RemoteTarget(target) != nil) == isRemote)
  }
}
