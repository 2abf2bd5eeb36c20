import Foundation
import TestSites

/// The texts to mutate: whole sites, the default theme, and a table with its mapping.
struct Samples {
  typealias Files = [String: [UInt8]]

  let sites: [Files]
  let theme: [(path: String, bytes: [UInt8])]
  let table: (site: Files, csv: [UInt8], mapping: [UInt8])

  init() throws {
    let names = [
      "Tests/Sites/base", "Tests/Sites/weeks", "Examples/attributes", "Examples/editorial",
      "Examples/licenses", "Examples/panel", "Examples/report", "Examples/trust",
    ]
    sites = try names.map { try Self.files(below: $0) }
    theme = try TestSite.themeFiles()
    let polyglot = try Self.files(below: "Examples/polyglot")
    let models = try Self.files(below: "content").filter { path, _ in
      path == "site.yaml" || path == "categories/coding-models.yaml"
    }
    table = (
      models.reduce(into: [:]) { $0["content/" + $1.key] = $1.value },
      // Enough rows to be interesting, few enough to be fast.
      Array((polyglot["polyglot.csv"] ?? []).prefix(3000)), polyglot["mapping.yaml"] ?? []
    )
  }

  /// The lines of all files, by file name extension.
  var lines: [String: [[UInt8]]] {
    var result: [String: [[UInt8]]] = [:]
    for (path, bytes) in sites.joined().map({ ($0.key, $0.value) }) + theme.map({ ($0, $1) })
    where bytes.count < 100_000 {
      result[Self.ending(path), default: []] += bytes.split(separator: 0x0a).map(Array.init)
    }
    // Dictionaries have no order of their own, and a seed must always give the same run.
    return result.mapValues { $0.sorted { $0.lexicographicallyPrecedes($1) } }
  }

  static func ending(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? ""
  }

  private static func files(below name: String) throws -> Files {
    let folder = TestSite.root.appending(path: name).path()
    var files: Files = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard !path.hasPrefix("public"), !path.hasPrefix("."),
        let data = FileManager.default.contents(atPath: folder + "/" + path)
      else { continue }
      files[path] = Array(data)
    }
    return files
  }
}
