import Comparing
import Content
import Diagnosing
import Foundation
import Importing
import Markup
import Planning
import Previewing
import Publishing
import Reading
import Rendering
import System
import Writing

/// A violation that a run found.
struct Finding: Error, CustomStringConvertible {
  let description: String
}

/// Counts how far the runs came: runs whose input is refused at once would prove little.
final class Tally {
  var sites = 0
  var rendered = 0
  var built = 0
  var published = 0
  var tables = 0
  var imported = 0
  var requests = 0

  var text: String {
    "\(sites) sites, \(rendered) of them rendered, \(built) built and \(published) "
      + "published over changed state; "
      + "\(tables) tables, \(imported) of them imported; \(requests) requests"
  }
}

/// Runs the stages in this process on mutated input, which may cause nothing but diagnostics.
struct Checks {
  let samples: Samples
  let folder: URL
  let tally = Tally()

  /// Reads, plans and renders a mutated site, then builds it twice, the second time with mutated
  /// state.
  func site(_ mutator: inout Mutator) throws {
    tally.sites += 1
    var files = mutator.pick(samples.sites) ?? [:]
    try? FileManager.default.removeItem(at: folder)
    if mutator.below(3) == 0, let (path, bytes) = mutator.pick(samples.theme) {
      files["templates/" + path] = bytes
    }
    for _ in 0...(mutator.below(4) == 0 ? 1 : 0) {
      let names = files.keys.sorted().filter { Samples.ending($0) != "png" }
      let own = names.filter { $0.hasPrefix("templates/") }
      guard let path = mutator.pick(mutator.below(2) == 0 && !own.isEmpty ? own : names)
      else { continue }
      files[path] = mutator.mutated(files[path] ?? [], ending: Samples.ending(path))
    }
    for (path, bytes) in files { try write(bytes, path) }
    var log = Diagnostics()
    let renderer = try renderer(into: &log)
    try check(log, files)
    guard let renderer else {
      guard log.hasErrors else { throw Finding(description: "refused without an error") }
      return
    }
    tally.rendered += 1
    _ = SiteMeasurer(renderer: renderer, jobs: 1).measure()
    if mutator.below(4) == 0 { try build(renderer, &mutator) }
  }

  private func renderer(into log: inout Diagnostics) throws -> SiteRenderer? {
    let content = try ContentFolder(folder.path())
    guard let library = try ContentReader(folder: content).read(into: &log),
      let base = BaseAddress(library.site.baseURL.value)
    else { return nil }
    let week = Edition.newestWeek(in: library) ?? Week("1970-W01")
    guard let week else { return nil }
    let plan = SitePlan(Edition(library: library, week: week), base: base, into: &log)
    let own = try content.read(try content.files(below: "templates"), jobs: 1)
    let theme = Theme(
      builtIn: samples.theme, own: own, language: library.site.language, into: &log)
    return SiteRenderer(plan, theme: theme, into: &log)
  }

  /// Checks that each diagnostic is at a valid position in a file of the site.
  private func check(_ log: Diagnostics, _ files: Samples.Files) throws {
    for diagnostic in log.sorted {
      let span = diagnostic.span
      guard span.range.upperBound <= span.file.bytes.count else {
        throw Finding(description: "\(diagnostic.rule.id) stands outside \(span.file.path)")
      }
      let isKnown = files[span.file.path] != nil || span.file.bytes.isEmpty
      let isTheme = span.file.path.contains("templates")
      guard isKnown || isTheme else {
        throw Finding(description: "\(diagnostic.rule.id) names \(span.file.path)")
      }
    }
  }

  // MARK: State

  /// Checks that a second build gives the output of the first and touches nothing else, whatever
  /// the state contains.
  private func build(_ renderer: SiteRenderer, _ mutator: inout Mutator) throws {
    func write() throws {
      let output = try OutputFolder(folder.path() + "/public", source: folder.path())
      var options = SiteWriter.Options()
      options.tool = "fuzzing"
      _ = try SiteWriter(
        renderer: renderer, output: output, source: folder.path(), options: options
      ).write()
    }
    try write()
    let before = tree()
    tally.built += 1
    let state = folder.appending(path: ".versus").path()
    for name in try FileManager.default.contentsOfDirectory(atPath: state).sorted() {
      let path = state + "/" + name
      guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { continue }
      let changed = mutator.mutated(Array(data), ending: "json")
      try Data(changed).write(to: URL(filePath: path))
    }
    try write()
    let after = tree()
    for path in Set(before.keys).union(after.keys) where before[path] != after[path] {
      throw Finding(description: "state changed '\(path)'")
    }
    try publish(renderer.plan.edition.week, &mutator)
  }

  /// Checks that readers see the site after it was published to a target whose state was mutated.
  private func publish(_ week: Week, _ mutator: inout Mutator) throws {
    let (output, target) = (folder.path() + "/public", folder.path() + "/target")
    func publish() throws {
      _ = try FolderTarget.publish(Folder(output), to: target, week: week, PublishOptions())
    }
    try publish()
    let releases = target + "/releases"
    let names = try FileManager.default.contentsOfDirectory(atPath: releases).sorted()
    for name in names where name.hasSuffix(".files") {
      let path = releases + "/" + name
      let list = Array(FileManager.default.contents(atPath: path) ?? Data())
      try Data(mutator.mutated(list, ending: "csv")).write(to: URL(filePath: path))
    }
    if let name = mutator.pick(names), mutator.below(2) == 0 {
      let other = ["0000-2026-W14", "900-2026-W14.files", "x", "current", ".new", name + "0"]
      try? FileManager.default.moveItem(
        atPath: releases + "/" + name, toPath: releases + "/" + (mutator.pick(other) ?? "y"))
    }
    try write(mutator.mutated(Array("page".utf8), ending: ""), "public/index.html")
    try publish()
    let (site, shown) = (tree(below: "public"), tree(below: "target/current"))
    for (path, bytes) in site where shown[path] != bytes {
      throw Finding(description: "readers do not see '\(path)'")
    }
    guard shown.count == site.count else { throw Finding(description: "readers see more") }
    tally.published += 1
  }

  /// Returns the files below a folder that links may lead to, without those that builds keep.
  private func tree(below name: String) -> [String: Data] {
    let path = folder.appending(path: name).resolvingSymlinksInPath().path()
    var files: [String: Data] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    where !name.hasPrefix(".versus") {
      files[name] = FileManager.default.contents(atPath: path + "/" + name)
    }
    return files
  }

  /// Returns all files except the state, by path.
  private func tree() -> [String: Data] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
    var files: [String: Data] = [:]
    for name in names where !name.hasPrefix(".versus") {
      files[name] = FileManager.default.contents(atPath: folder.path() + "/" + name)
    }
    return files
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}

// MARK: Tables and requests

extension Checks {
  /// Imports a mutated table through a mutated mapping.
  func table(_ mutator: inout Mutator) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in samples.table.site { try write(bytes, path) }
    tally.tables += 1
    let (first, second) = (mutator.below(3), mutator.below(2))
    let csv = first > 0 ? mutator.mutated(samples.table.csv, ending: "csv") : samples.table.csv
    let yaml =
      second > 0 ? mutator.mutated(samples.table.mapping, ending: "yaml") : samples.table.mapping
    var log = Diagnostics()
    let content = try ContentFolder(folder.path())
    let reader = ContentReader(folder: content)
    guard let name = try reader.categoryNames().first,
      let category = try reader.category(name, into: &log)
    else { throw Finding(description: "the base site has no category") }
    let mappingFile = SourceFile(path: "mapping.yaml", bytes: yaml)
    let form = MappingReader.form(mappingFile, into: &log)
    guard let table = Table.read(SourceFile(path: "t.csv", bytes: csv), form, into: &log),
      let mapping = MappingReader(category: category, table: table).read(mappingFile, into: &log)
        ?? Mapping(naming: category, table, into: &log),
      let reports = TableImport(table, mapping, category).reports(of: nil, into: &log)
    else { return }
    if try ImportPlan(reports, of: category, in: content, into: &log) != nil {
      tally.imported += 1
    }
  }

  /// Responds to a mutated request.
  func request(_ mutator: inout Mutator) throws {
    tally.requests += 1
    let target = mutator.mutated(Array("/compare/alpha-vs-beta/%2e%2e/".utf8), ending: "")
    let value = mutator.mutated(Array("127.0.0.1:8080".utf8), ending: "csv")
    let names = ["host", "origin", "range", "if-none-match", "content-length", "sec-fetch-site"]
    var headers = [("host", "127.0.0.1:8080")]
    headers.append((mutator.pick(names) ?? "host", String(decoding: value, as: UTF8.self)))
    let request = Request(
      mutator.pick(["GET", "HEAD", "POST", ""]) ?? "GET", String(decoding: target, as: UTF8.self),
      query: mutator.below(2) == 0 ? "?a&b" : "", headers: headers)
    let responder = SiteResponder(
      hosts: AllowedHosts(listeningOn: "127.0.0.1", port: 8080), live: nil, site: { nil })
    guard case .response(let response) = responder.answer(request) else {
      throw Finding(description: "a stream where there is none")
    }
    guard (200..<600).contains(response.status) else {
      throw Finding(description: "status \(response.status)")
    }
  }
}
