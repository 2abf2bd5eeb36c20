import Foundation
import TestSeeds
import TestSites
import Testing

/// Neither the site nor the diagnostics depend on the order in which a file system lists files.
struct ListingOrderTests {
  /// A file system that lists the newest file first; a disk with hashed folders would list by name.
  private static let memory = URL(filePath: "/dev/shm")
  private static let vendors = ["ash", "birch", "cedar", "elm", "fir", "oak", "pine", "yew"]

  /// A file and its text, or a link and its target.
  private enum Entry {
    case file(String, String)
    case link(String, to: String)
  }

  private static let entries: [Entry] = {
    func front(_ text: String) -> String { "---\n\(text)\n---\nText.\n" }
    let names = ["trees", "shrubs", "herbs"]
    let categories = names.map { name in
      Entry.file(
        "categories/\(name).yaml",
        """
        title: \(name.capitalized)
        headline: facts.height
        groups: { facts: { title: Facts, criteria: { height: { label: Height, kind: count } } } }
        """)
    }
    let reports = vendors.enumerated().flatMap { index, slug in
      ["2026-W13", "2026-W14"].map { week in
        Entry.file(
          "reports/\(week)/\(slug).md",
          front("name: \(slug)\ncategory: \(names[index % 2])\nfacts: { height: \(index) }"))
      }
    }
    let pages = vendors.map { Entry.file("pages/about-\($0).md", front("title: About \($0)")) }
    let assets = vendors.map { Entry.file("assets/logos/\($0).svg", "<svg/>") }
    // Links to a folder that is listed only once, under its own name.
    let links = vendors.map { Entry.link("assets/of-\($0)", to: "logos") }
    let site = Entry.file("site.yaml", "title: Woods\nbaseURL: https://example.org/\n")
    let pair = Entry.file("comparisons/ash-vs-cedar.md", front("vendors: [ash, cedar]"))
    return [site, pair] + categories + reports + pages + assets + links
  }()

  private func site(_ entries: [Entry]) throws -> Versus {
    let versus = try Versus(in: Self.memory)
    for entry in entries {
      switch entry {
      case .file(let path, let text): try versus.write(text, to: "content/" + path)
      case .link(let path, let target):
        let link = versus.folder + "/content/" + path
        try FileManager.default.createDirectory(
          at: URL(filePath: link).deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      }
    }
    return versus
  }

  private func shuffled(_ seed: UInt64) -> [Entry] {
    var numbers = SplitMix(seed: seed)
    return Self.entries.shuffled(using: &numbers)
  }

  /// Returns the order of the listing; the test would prove nothing if the file system sorted.
  private func listing(_ versus: Versus) throws -> [String] {
    try ["reports/2026-W14", "pages", "assets", "categories"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: "\(versus.folder)/content/\(folder)")
    }
  }

  @Test(arguments: Seeds.first(6))
  func theSiteDoesNotDependOnIt(seed: UInt64) throws {
    let (one, other) = (try site(Self.entries), try site(shuffled(seed)))
    #expect(try listing(one) != listing(other))
    for versus in [one, other] {
      let build = try versus.run("build")
      #expect(build.code == 0, "\(build.errors)")
    }
    let files = try one.files(in: "public")
    #expect(files.count > 30)
    #expect(try other.files(in: "public") == files)
  }

  @Test(arguments: Seeds.first(6))
  func whatIsReportedDoesNotDependOnIt(seed: UInt64) throws {
    let broken = Self.vendors.flatMap { slug in
      [
        Entry.file("reports/2026-W15/\(slug).md", "---\nname: \(slug)\ncategory: weeds\n---\n"),
        Entry.file("stray/\(slug).txt", ""), Entry.link("assets/\(slug)", to: "/etc/passwd"),
      ]
    }
    var numbers = SplitMix(seed: seed)
    let one = try site(Self.entries + broken)
    let other = try site(shuffled(seed) + broken.shuffled(using: &numbers))
    #expect(try listing(one) != listing(other))
    let result = try one.run("check")
    #expect(result.code == 1)
    #expect(result.errors.hasSuffix("\n16 errors, 16 warnings\n"), "\(result.errors.suffix(40))")
    #expect(try other.run("check").errors == result.errors)
  }
}
