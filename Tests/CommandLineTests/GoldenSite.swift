import Foundation
import Glibc
import TestSites
import Testing

/// A site whose pages are kept in `Tests/Goldens`, one of each kind, as a build writes them.
struct GoldenSite: CustomTestStringConvertible, Sendable {
  /// The folder in `Tests/Goldens`.
  let name: String
  /// The folder that holds `content`, in the repository.
  let source: String
  /// Pages that stand for their kinds instead of the first of the kind.
  var chosen: [String] = []
  /// Kinds whose pages are too large here, and are shown by another site.
  var omitted: Set<String> = []
  /// Kinds that no pattern tells, because their pages stand among those of another kind.
  var special: [(kind: String, path: String)] = []

  var testDescription: String { name }

  static let all = [
    GoldenSite(
      name: "content", source: ".",
      chosen: [
        "llm-vendors/index.html", "methodology/llm-vendors/index.html",
        "vendors/mistral/index.html",
        "vendors/mistral/feed.xml", "api/v1/vendors/mistral.json", "badges/mistral.svg",
        "vendors/mistral/alternatives/index.html", "data/llm-vendors.csv",
        "data/llm-vendors.json", "data/llm-vendors.schema.json",
        "compare/llama-vs-mistral/index.html",
      ], omitted: ["sitemap"]),
    GoldenSite(name: "attributes", source: "Examples/attributes"),
    GoldenSite(name: "editorial", source: "Examples/editorial"),
    GoldenSite(name: "licenses", source: "Examples/licenses", omitted: ["sitemap"]),
    GoldenSite(name: "panel", source: "Examples/panel"),
    GoldenSite(name: "report", source: "Examples/report"),
    GoldenSite(name: "starter", source: "Examples/starter"),
    GoldenSite(name: "trust", source: "Examples/trust"),
    GoldenSite(
      name: "weeks", source: "Tests/Sites/weeks",
      special: [
        ("retired vendor", "vendors/core/index.html"),
        ("last report", "vendors/core/2025-W51/index.html"),
      ]),
  ]

  /// The kinds of files of a site, and where each stands, in the notation of `fnmatch`. The first
  /// pattern that fits tells the kind.
  static let kinds = [
    ("home", "index.html"), ("not found", "404.html"), ("picker", "compare/index.html"),
    ("changes", "changes/index.html"), ("week", "changes/*/index.html"),
    ("corrections", "corrections/index.html"), ("comparison", "compare/*/index.html"),
    ("vendor", "vendors/*/index.html"), ("alternatives", "vendors/*/alternatives/index.html"),
    ("badge", "badges/*.svg"), ("table as CSV", "data/*.csv"),
    ("schema of a table", "data/*.schema.json"), ("table as JSON", "data/*.json"),
    ("schema of the index", "api/v1/index.schema.json"),
    ("schema of vendor data", "api/v1/vendor.schema.json"), ("archive", "vendors/*/*/index.html"),
    ("methodology", "methodology/*/index.html"), ("author", "authors/*/index.html"),
    ("Atom feed", "feed.xml"), ("JSON feed", "feed.json"), ("vendor feed", "vendors/*/feed.xml"),
    ("sitemap", "sitemap.xml"), ("robots", "robots.txt"), ("index", "api/v1/index.json"),
    ("vendor data", "api/v1/vendors/*.json"), ("asset", "assets/*"),
  ]

  /// The kinds whose addresses are the names of files in `content`, by the folder of these.
  static let named = [
    ("article", "comparisons", "compare/"), ("category", "categories", ""),
    ("free page", "pages", ""),
  ]

  /// Assets are files of the theme as they are, so they need no golden.
  static let withoutGolden = "asset"

  /// Builds a copy of the site's content with the theme that the program has inside.
  func build() throws -> [String: Data] {
    let versus = try Versus()
    try FileManager.default.copyItem(
      at: TestSite.root.appending(path: source).appending(path: "content"),
      to: URL(filePath: versus.folder).appending(path: "content"))
    let result = try versus.run("build")
    guard result.code == 0 else { throw NotBuilt(errors: result.errors) }
    return try versus.files(in: "public").filter { !$0.value.isEmpty }
  }

  struct NotBuilt: Error {
    let errors: String
  }

  /// Says of a path what kind of file stands there; nil for a kind that the table does not know.
  func makeKinds() throws -> (String) -> String? {
    let content = TestSite.root.appending(path: source).appending(path: "content")
    let kinds =
      special
      + Self.named.flatMap { kind, folder, prefix in
        let files = try? FileManager.default.contentsOfDirectory(
          atPath: content.appending(path: folder).path())
        return (files ?? []).map { file in
          (kind, prefix + (file as NSString).deletingPathExtension + "/index.html")
        }
      } + Self.kinds
    // Both texts live for the call, which only reads them.
    return { path in kinds.first { unsafe fnmatch($0.1, path, FNM_PATHNAME) == 0 }?.0 }
  }
}
