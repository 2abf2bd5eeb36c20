import Foundation
import TestSites
import Testing

/// The pages in `Tests/Goldens/<site>`, one of each kind for each site in `GoldenSite.all`, are
/// compared byte for byte, so that changes of the theme or of a stage show up as changes of pages.
///
/// To update the files after an intended change, and then review `git diff`:
///
///     UPDATE_GOLDENS=1 swift test --filter GoldenPageTests
///
/// A missing golden fails the test, and so does one without a page. A page of a kind that
/// `GoldenSite.kinds` does not list fails as well: add new kinds of pages there.
///
/// The fingerprint in an asset's address is replaced by `FINGERPRINT`, because it would change
/// every page with each line of the style sheet.
struct GoldenPageTests {
  static let folder = TestSite.root.appending(path: "Tests/Goldens")

  @Test(arguments: GoldenSite.all)
  func pagesAreAsTheyWere(site: GoldenSite) throws {
    let pages = try goldenPages(of: site)
    let folder = Self.folder.appending(path: site.name)
    if Golden.isUpdating { try write(pages, to: folder) }
    let goldens = (try? Versus.files(below: folder.path()))?.filter { !$0.value.isEmpty } ?? [:]
    for path in Set(pages.keys).union(goldens.keys).sorted() {
      let name = "Tests/Goldens/\(site.name)/\(path)"
      switch (goldens[path], pages[path]) {
      // Not expected by a macro, which would print every byte.
      case (let golden?, let page?) where golden == page: break
      case (let golden?, let page?):
        Golden.record("\(name), \(Golden.difference(golden, page))", "GoldenPageTests")
      case (nil, _): Golden.record("\(name) is not there", "GoldenPageTests")
      case (_, nil): Golden.record("\(name) is a golden of no page", "GoldenPageTests")
      }
    }
  }

  /// Every kind in the table is covered by a site, and no folder is left over from a removed site.
  @Test(.enabled(if: !Golden.isUpdating, "the goldens are being written"))
  func everyKindHasAGolden() throws {
    var shown: Set<String> = [GoldenSite.withoutGolden]
    for site in GoldenSite.all {
      let kind = try site.makeKinds()
      let goldens = try Versus.files(below: Self.folder.appending(path: site.name).path())
      shown.formUnion(goldens.keys.compactMap(kind))
    }
    let special = GoldenSite.all.flatMap(\.special).map(\.kind)
    let kinds = GoldenSite.kinds.map(\.0) + GoldenSite.named.map(\.0) + special
    #expect(Set(kinds).subtracting(shown) == [])
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(folders.sorted() == GoldenSite.all.map(\.name).sorted())
  }

  /// Returns the pages that represent their kinds, by path.
  private func goldenPages(of site: GoldenSite) throws -> [String: Data] {
    let files = try site.build()
    let kind = try site.makeKinds()
    let unknown = files.keys.filter { kind($0) == nil }.sorted()
    #expect(unknown == [], "\(site.name): add the kind of these pages to GoldenSite.kinds")
    let wrong = site.chosen.filter { files[$0] == nil }
    #expect(wrong == [], "\(site.name): these pages were chosen and are not there")
    var paths: [String: String] = [:]
    // A chosen page takes precedence over the first page of its kind.
    for path in site.chosen + files.keys.sorted() {
      guard let kind = kind(path), kind != GoldenSite.withoutGolden, !site.omitted.contains(kind)
      else { continue }
      paths[kind] = paths[kind] ?? path
    }
    return Dictionary(
      uniqueKeysWithValues: paths.values.map { ($0, withoutFingerprints(files[$0] ?? Data())) })
  }

  private func withoutFingerprints(_ page: Data) -> Data {
    let text = String(decoding: page, as: UTF8.self)
    return Data(
      text.replacing(#/(assets/[a-z]+)\.[0-9a-f]{16}\./#) { "\($0.output.1).FINGERPRINT." }.utf8)
  }

  private func write(_ pages: [String: Data], to folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, page) in pages {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try page.write(to: file)
    }
  }
}
