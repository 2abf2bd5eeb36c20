import Comparing
package import Content
import Diagnosing
import Hashing
import Planning
package import Reading
package import Rendering
package import System

/// Freezes a week.
///
/// Input: the renderer of a week and its source folder. Output: a `Snapshot`. Pages are rendered
/// one by one and only their hashes are kept, so a snapshot grows with the number of vendors and
/// weeks, not of pairs.
extension Snapshot {
  /// - Parameters:
  ///   - version: the version of this program.
  ///   - corrections: the corrections that are known.
  /// - Throws: `FileFailure` when an input cannot be read.
  package init(
    of renderer: SiteRenderer, folder: ContentFolder, version: String,
    corrections: [Correction] = [], jobs: Int
  ) throws(FileFailure) {
    let edition = renderer.plan.edition
    self.init(
      week: edition.week, version: version,
      theme: SHA256.digest(of: renderer.theme.files.map(Entry.init)),
      inputs: try Self.inputs(of: edition, in: folder),
      rubrics: Dictionary(
        uniqueKeysWithValues: edition.library.categories.map { ($0.slug.text, $0.rubric) }),
      pages: try Self.pages(of: renderer, jobs: jobs).sorted(),
      corrections: corrections.map(\.hash))
  }

  /// Returns all files that the week depends on. The corrections log is left out, because it
  /// describes later edits.
  private static func inputs(
    of edition: Edition, in folder: ContentFolder
  ) throws(FileFailure) -> [Entry] {
    var hashes = ReportHashes()
    var entries = Self.reports(of: edition.library, in: edition.week, hashes: &hashes)
    for path in try folder.files(below: "content") {
      let part = path.split(separator: "/").dropFirst().first
      if ["reports", "snapshots", "corrections.yaml"].contains(part) { continue }
      entries.append(Entry(path: path, hash: try SHA256.digest(of: folder.file(path))))
    }
    return entries.sorted()
  }

  /// Returns the hashes of reports: one entry per report in force, and one per week for replaced
  /// reports. Drafts are left out.
  static func reports(
    of library: Library, in week: Week, hashes: inout ReportHashes
  ) -> [Entry] {
    var entries: [Entry] = []
    var replaced: [Week: [Entry]] = [:]
    for vendor in library.vendors {
      let reports = vendor.reports.filter { $0.week <= week && !$0.isDraft }
      for report in reports {
        let entry = Entry(path: report.file.path, hash: hashes.hash(of: report.file))
        if report.week == reports.last?.week {
          entries.append(entry)
        } else {
          replaced[report.week, default: []].append(entry)
        }
      }
    }
    for (week, reports) in replaced.sorted(by: { $0.key < $1.key }) {
      entries.append(
        Entry(path: "content/reports/\(week.text)/*", hash: SHA256.digest(of: reports)))
    }
    return entries
  }

  /// Returns one entry per standalone file, and one per left-hand vendor for the vendor's
  /// comparisons.
  private static func pages(
    of renderer: SiteRenderer, jobs: Int
  ) throws(FileFailure) -> [Entry] {
    let plan = renderer.plan
    // Pictures depend on the machine's fonts. Neither they nor texts say what pages do not say.
    let documents = plan.documents.filter {
      switch $0 {
      case .document(.socialImage), .document(.markdown), .document(.llms): false
      default: true
      }
    }
    let once = concurrentMap(plan.singlePages + documents, jobs: jobs) {
      renderer.entry(of: $0)
    }
    var files: [Entry] = []
    for result in concurrentMap(
      renderer.files, jobs: jobs,
      { file in Result { () throws(FileFailure) in try Entry(of: file) } })
    {
      files.append(try result.get())
    }
    let lefts = plan.edition.categoryPositions.flatMap { plan.edition.vendorPositions(of: $0) }
    let pairs = concurrentMap(lefts, jobs: jobs) { renderer.entry(ofComparisons: $0) }
    return once + files + pairs.compactMap(\.self)
  }
}

extension SiteRenderer {
  fileprivate func entry(of page: Page) -> Snapshot.Entry {
    var bytes: [UInt8] = []
    render(page, into: &bytes)
    return Snapshot.Entry(path: plan.file(of: page), hash: SHA256.digest(of: bytes))
  }

  /// Returns the entry for a left-hand vendor's comparisons; nil if the vendor has none.
  fileprivate func entry(ofComparisons left: VendorPosition) -> Snapshot.Entry? {
    let files = plan.rights(ofLeft: left).map {
      entry(of: .comparison(PairPosition(left.category, left: left.index, right: $0)))
    }
    if files.isEmpty { return nil }
    let pattern = plan.comparisonAddress.path(plan.edition[left].slug.text, "*")
    return Snapshot.Entry(
      path: pattern.dropFirst() + plan.comparisonAddress.fileEnding, hash: SHA256.digest(of: files))
  }
}

extension SHA256 {
  /// Returns one digest for several files: the hash of the lines that `sha256sum` prints for them,
  /// in byte order of their paths.
  fileprivate static func digest(of files: [Snapshot.Entry]) -> String {
    var hash = SHA256()
    for file in files.sorted() { hash.update(Array("\(file.hash)  \(file.path)\n".utf8)) }
    return hash.digest()
  }

  /// Returns the digest of a file, which need not fit in memory.
  fileprivate static func digest(of file: ReadableFile) throws(FileFailure) -> String {
    var hash = SHA256()
    let opened = try file.open()
    while true {
      let piece = try opened.nextPiece()
      if piece.isEmpty { return hash.digest() }
      hash.update(piece)
    }
  }
}

extension Snapshot.Entry {
  fileprivate init(path: String, bytes: [UInt8]) {
    self.init(path: path, hash: SHA256.digest(of: bytes))
  }

  fileprivate init(of file: SiteFile) throws(FileFailure) {
    let hash =
      switch file.contents {
      case .made(let make): SHA256.digest(of: make())
      case .copied(let source): try SHA256.digest(of: source)
      }
    self.init(path: file.path, hash: hash)
  }
}
