import Diagnosing
import Foundation
import Previewing
import TestSeeds
import TestSites
import Testing

@testable import versus

/// After any edit, the preview shows what a clean build of the folder writes; after an invalid
/// edit, it shows the last valid state.
struct PreviewTests {
  private static let theme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

  /// A preview that is notified of each edit, as by its watcher.
  private struct Preview {
    let versus: Versus
    private var reloader: SiteReloader
    private var files: [String: Data] = [:]
    private let state = PreviewState()

    init(_ versus: Versus) throws {
      self.versus = versus
      reloader = SiteReloader(try Invocation(["serve", "-s", versus.folder], environment: [:]))
      files = try Self.sources(of: versus)
      reloader.reload(FolderWatcher.Changes(isEverything: true))
      state.update(reloader.renderer, reloader.diagnostics)
    }

    private static func sources(of versus: Versus) throws -> [String: Data] {
      try ["content", "templates"].filter { versus.exists($0) }.reduce(into: [:]) { all, folder in
        for (name, bytes) in try versus.files(in: folder) { all["\(folder)/\(name)"] = bytes }
      }
    }

    /// - Returns: whether there were errors.
    mutating func follow() throws -> Bool {
      let new = try Self.sources(of: versus)
      var changes = FolderWatcher.Changes()
      changes.paths = Set(files.keys).union(new.keys).filter { files[$0] != new[$0] }
      files = new
      reloader.reload(changes)
      state.update(reloader.renderer, reloader.diagnostics)
      return reloader.diagnostics.contains { $0.severity == .error }
    }

    /// Returns the files of a built site that differ in the preview.
    func differences(from built: [String: Data]) throws -> [String] {
      let site = try #require(state.site)
      return built.filter { name, bytes in
        guard !bytes.isEmpty else { return false }
        let folder = name.hasSuffix("index.html") ? String(name.dropLast("index.html".count)) : name
        return switch site.find(site.base + folder) {
        case .page(let page), .file(let page, _): Data(page) != bytes
        case .redirect, .missing: true
        }
      }.keys.sorted()
    }
  }

  @Test(arguments: Seeds.first(4))
  func thePreviewIsACleanBuild(seed: UInt64) throws {
    var site = try RandomSite(seed: 100 + seed)
    var preview = try Preview(site.versus)
    var edits: [String] = []
    for step in 0..<12 {
      edits.append(try step % 3 == 2 ? restyle(site.versus, step + Int(seed % 16)) : site.edit())
      #expect(try preview.follow() == false, "seed \(seed), \(edits)")
      let build = try site.versus.run("build", "-o", "clean", "--force", "--format", "json")
      #expect(build.code == 0, "seed \(seed), \(edits): \(build.output)\(build.errors)")
      let built = try site.versus.files(in: "clean")
      #expect(built.count > 20)
      #expect(try preview.differences(from: built) == [], "seed \(seed), \(edits)")
      if step % 4 == 3 {
        let (path, text) = try spoil(site.versus, step + Int(seed % 16))
        #expect(try preview.follow(), "seed \(seed), \(edits), \(path) is wrong")
        #expect(
          try preview.differences(from: built) == [], "seed \(seed), \(edits), \(path) is wrong")
        if let text { try site.versus.write(text, to: path) } else { try site.versus.remove(path) }
        #expect(try preview.follow() == false)
      }
      try site.versus.remove("clean")
    }
  }

  /// Edits a part of the theme or of the content that `RandomSite` does not edit.
  private func restyle(_ versus: Versus, _ number: Int) throws -> String {
    switch number % 6 {
    case 0:
      try versus.write("h1 { color: rgb(1, 2, \(number)) }\n", to: "templates/assets/site.css")
      return "a stylesheet"
    case 1 where versus.exists("templates/assets/site.css"):
      try versus.remove("templates/assets/site.css")
      return "the stylesheet is the theme's again"
    case 2:
      try versus.write("<svg><!-- \(number) --></svg>", to: "content/assets/logo.svg")
      return "a picture"
    case 3:
      try versus.write("p { margin: \(number)px }\n", to: "templates/assets/more.css")
      return "another stylesheet"
    case 4:
      try versus.write("---\ntitle: About\n---\nText \(number).\n", to: "content/pages/about.md")
      return "a standalone page"
    default:
      let theme = Self.theme.appending(path: "base.html")
      let text = try String(contentsOf: theme, encoding: .utf8)
      try versus.write(
        text.replacingOccurrences(of: "</body>", with: "<p>\(number)</p></body>"),
        to: "templates/base.html")
      return "the layout"
    }
  }

  /// Makes an invalid edit; returns the previous text.
  private func spoil(_ versus: Versus, _ number: Int) throws -> (path: String, text: String?) {
    let (path, mistake) = [
      ("content/reports/2026-W14/ada.md", "---\nnane: Ada\n---\n"),
      ("templates/vendor.html", "\\(nobody)"), ("content/site.yaml", "titel: x\n"),
      ("templates/strings/en-GB.yaml", "winner: \\(nobody)\n"),
      ("content/categories/tools.yaml", "title: [\n"),
      ("templates/partials/vendor-card.html", "\\(if"),
    ][number % 6]
    let text = versus.exists(path) ? try versus.read(path) : nil
    try versus.write(mistake, to: path)
    return (path, text)
  }
}
