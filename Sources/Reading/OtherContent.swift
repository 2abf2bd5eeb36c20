import Content
import Diagnosing
import System

/// The content other than the site, its categories and its reports.
struct OtherContent {
  private let comparisons: [ComparisonArticle]
  private let pages: [StandaloneText]
  private let prompts: [Prompt]
  private let authors: [Author]
  private let corrections: [Correction]
  private let snapshots: [Located<Snapshot>]
  private let assets: [ContentAsset]
  private let statics: [ContentAsset]

  init(
    _ layout: ContentLayout, _ files: inout ContentFiles, names: ContentNames,
    into log: inout Diagnostics
  ) throws(FileFailure) {
    comparisons = try files.read(layout.comparisons).compactMap {
      ComparisonReader(file: $0, names: names).read(into: &log)
    }
    pages = try files.read(layout.pages).compactMap { PageReader.read($0, into: &log) }
    prompts = try files.read(layout.prompts).compactMap { PromptReader.read($0, into: &log) }
    authors = try files.read(layout.authors).compactMap { AuthorReader.read($0, into: &log) }
    corrections =
      try files.read(layout.hasCorrections ? ["content/corrections.yaml"] : []).first.map {
        CorrectionsReader.read($0, into: &log)
      } ?? []
    snapshots = try files.read(layout.snapshots).compactMap { SnapshotReader.read($0, into: &log) }
    assets = try files.copies(layout.assets, below: "content/")
    statics = try files.copies(layout.statics, below: "content/static/")
  }

  func check(_ references: ReferenceChecker, into log: inout Diagnostics) {
    references.check(comparisons, into: &log)
    references.check(prompts, into: &log)
    references.check(pages, into: &log)
    references.check(corrections, into: &log)
    TitleChecker.check(comparisons, into: &log)
  }

  func add(to library: inout Library) {
    library.comparisons = comparisons
    library.prompts = prompts
    library.authors = authors
    library.corrections = corrections
    library.pages = pages
    library.assets = assets
    library.statics = statics
    library.snapshots = snapshots
  }
}
