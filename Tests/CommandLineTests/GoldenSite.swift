import Foundation
import Glibc
import TestSites
import Testing

/// A site whose pages are kept in `Tests/Goldens`, one of each kind, exactly as built.
struct GoldenSite: CustomTestStringConvertible, Sendable {
  /// The name of the folder in `Tests/Goldens`.
  let name: String
  /// The folder in the repository that contains `content`.
  let source: String
  /// The pages that represent their kinds in place of the first page of the kind.
  var chosen: [String] = []
  /// The kinds whose pages are too large on this site; another site covers them.
  var omitted: Set<String> = []
  /// The kinds that no pattern can tell apart, because other kinds share their folder.
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
        "compare/llama-vs-mistral/index.html", "llm-vendors/scores/trust/index.html",
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

  /// The kinds of files on a site, with their paths as patterns for `fnmatch`. The first matching
  /// pattern determines the kind.
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
    ("ranking", "*/*/*/index.html"), ("list for language models", "llms.txt"),
  ]

  /// The kinds whose addresses are names of files in `content`, with the folders of these files.
  static let named = [
    ("article", "comparisons", "compare/"), ("category", "categories", ""),
    ("free page", "pages", ""),
  ]

  /// The kind without goldens: assets are unchanged files of the theme.
  static let withoutGolden = "asset"

  /// Builds a copy of the site's content with the program's built-in theme.
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

  /// Returns a function from a path to the kind of the file; nil for a kind that is not in the
  /// table.
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
    // Both texts outlive the call, which only reads them.
    func kind(of path: String) -> String? {
      kinds.first { unsafe fnmatch($0.1, path, FNM_PATHNAME) == 0 }?.0
    }
    return { path in
      path == "index.md" || path.hasSuffix("/index.md")
        ? kind(of: path.dropLast(2) + "html").map { $0 + " as Markdown" } : kind(of: path)
    }
  }
}
