import Planning
import Rendering
import System

/// A site with everything a build needs to decide what to write.
struct PreparedSite: Sendable {
  /// The standalone files; empty if they belong to another shard.
  let files: [SingleFile]
  /// The comparisons, by category.
  let pairs: [PairJob]
  let goal: BuildGoal

  /// - Parameter comparing: whether to compute the fingerprints of each file's sources, which only
  ///   a build that reuses a previous one needs.
  init(_ renderer: SiteRenderer, _ options: SiteWriter.Options, comparing: Bool) {
    let packed = (options.pack ?? []).map { SingleFile(path: $0.path, content: .file($0)) }
    let files = options.shard?.holdsSinglePages ?? true ? renderer.singleFiles + packed : []
    let extra = files.compactMap { file -> String? in
      if case .file = file.content { file.path } else { nil }
    }
    var layout = renderer.plan.layout(extra: extra, shard: options.shard)
    if options.pack != nil { layout.keepArticles(of: renderer) }
    renderer.prepare(jobs: options.jobs)
    let pairs = layout.pairs.indices.map {
      PairJob(renderer, category: $0, layout: layout)
    }
    var goal = BuildGoal(
      build: options.inputs(of: renderer), layout: layout,
      categories: pairs.map { $0.sources(jobs: options.jobs) })
    if comparing {
      let fingerprints = concurrentMap(FileGroup.groups(of: files), jobs: options.jobs) {
        $0.fingerprints(renderer)
      }
      goal.files = Dictionary(fingerprints.joined().map { ($0.path, $0.1) }) { $1 }
    }
    self.files = files
    self.pairs = pairs
    self.goal = goal
  }
}
