import Diagnosing
import Markup

/// The files of a content folder, sorted by kind.
struct ContentLayout {
  private(set) var hasSite = false
  private(set) var categories: [String] = []
  private(set) var reports: [String] = []
  private(set) var comparisons: [String] = []
  private(set) var pages: [String] = []
  private(set) var assets: [String] = []
  private(set) var statics: [String] = []
  private(set) var prompts: [String] = []
  private(set) var authors: [String] = []
  private(set) var snapshots: [String] = []
  private(set) var hasCorrections = false

  /// The names of the folders in a content folder.
  static let folders = [
    "assets", "authors", "categories", "comparisons", "pages", "prompts", "reports", "snapshots",
    "static",
  ]

  /// How the files of a folder are called.
  private static let forms = [
    "authors": "<author>.yaml", "categories": "<category>.yaml", "comparisons": "<a>-vs-<b>.md",
    "pages": "<page>.md", "prompts": "<prompt>.md", "reports": "<week>/<vendor>.md",
    "snapshots": "<week>.yaml",
  ]

  /// Warns of files that nothing reads.
  init(_ paths: [String], into log: inout Diagnostics) {
    for path in paths {
      let parts = path.split(separator: "/").dropFirst()
      switch (parts.first, parts.count) {
      case ("site.yaml", 1): hasSite = true
      case ("corrections.yaml", 1): hasCorrections = true
      case ("snapshots", 2) where path.hasSuffix(".yaml"): snapshots.append(path)
      case ("assets", 2...): assets.append(path)
      case ("static", 2...): statics.append(path)
      case ("categories", 2) where path.hasSuffix(".yaml"): categories.append(path)
      case ("authors", 2) where path.hasSuffix(".yaml"): authors.append(path)
      case ("reports", 3) where path.hasSuffix(".md"): reports.append(path)
      case ("comparisons", 2) where path.hasSuffix(".md"): comparisons.append(path)
      case ("prompts", 2) where path.hasSuffix(".md"): prompts.append(path)
      case ("pages", 2) where path.hasSuffix(".md"): pages.append(path)
      default:
        let start = SourceFile(path: path, bytes: []).start
        guard parts.count > 1, let folder = parts.first.map(String.init) else {
          log.report(.unusedRootFile(at: start))
          continue
        }
        if let form = Self.forms[folder] {
          log.report(.unusedFile(at: start, form: "content/\(folder)/\(form)"))
          continue
        }
        let known = nearMiss(for: folder, among: Self.folders)
        log.report(.unusedFile(at: start, suggestion: known.map { "content/" + $0 }))
      }
    }
  }
}
