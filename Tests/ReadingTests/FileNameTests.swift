import Diagnosing
import Foundation
import Glibc
import Markup
import TestSites
import Testing

@testable import Reading

/// File names are arbitrary bytes.
struct FileNameTests {
  private func messages(_ site: TestSite) throws -> [String] {
    var log = Diagnostics()
    let reader = ContentReader(folder: try ContentFolder(site.folder.path()))
    #expect(try reader.read(into: &log) == nil)
    return log.sorted.map { "\($0.span.file.path): \($0.message) [\($0.rule.id)]" }
  }

  /// An é as one character and as a letter with an accent: Swift's strings are equal then.
  @Test func namesThatAreEqualInAnotherNormalizationAreTold() throws {
    let site = try TestSite()
    for name in ["caf\u{e9}", "cafe\u{301}"] {
      try site.write("x", to: "content/assets/\(name).svg")
      try site.write("---\nname: X\n---\n", to: "content/reports/2026-W14/\(name).md")
    }
    let found = try messages(site)
    let twice =
      "the name of this file equals another one in a different Unicode normalization [file-name]"
    #expect(found.filter { $0.hasSuffix(twice) }.count == 2, "\(found)")
    #expect(found.contains("content/assets/caf\u{e9}.svg: \(twice)"))
    #expect(found.filter { $0.hasSuffix("[invalid-slug]") }.count == 1)
  }

  @Test func namesThatAreNoTextAreTold() throws {
    let site = try TestSite()
    let folder = site.folder.path() + "/content/reports/2026-W14/a"
    let name = folder.utf8CString.dropLast() + [CChar(bitPattern: 0xff), 0]
    // The name ends with a NUL.
    let file = unsafe creat(Array(name), 0o644)
    #expect(file >= 0)
    close(file)
    #expect(
      try messages(site) == [
        "content/reports/2026-W14/a\u{fffd}: the name of this file is not UTF-8 [file-name]"
      ])
  }
}

struct ControlCharacterTests {
  @Test(arguments: [
    ("", nil), ("a\tb\r\n\u{c}é\u{a0}ÿ\u{200b}", nil), ("é\u{1b}", 2), ("\u{0}", 0), ("a\u{7f}", 1),
    ("ab\u{80}", 2), ("\u{9f}", 0), ("Â\u{a0}", nil), ("\u{1f}", 0), ("\u{20}", nil),
  ])
  func firstOfThem(_ text: String, _ offset: Int?) {
    #expect(ControlCharacters.first(in: Array(text.utf8))?.offset == offset)
  }
}
