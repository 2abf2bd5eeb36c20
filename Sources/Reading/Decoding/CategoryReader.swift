import Content
import Diagnosing
import FoundationEssentials
import Markup

/// Reads a category: first the independent parts, then the parts that refer to them.
struct CategoryReader {
  static let keys = CategoryKeys.all

  let file: SourceFile
  let slug: Slug

  func read(into log: inout Diagnostics) -> Category? {
    let errors = log.errorCount
    let parsed = file.yaml(into: &log)
    if parsed == nil, log.errorCount > errors { return nil }
    let root = parsed ?? YAMLNode(content: .mapping([]), span: file.start)
    guard let fields = Fields(root, "the category", keys: Self.keys, into: &log) else { return nil }
    var reversed: [String: Diagnostic] = [:]
    let errorsAbove = log.errorCount
    let scales = ScaleReader.read(fields["scales"], reversed: &reversed, into: &log)
    let groups =
      fields.required("groups", into: &log).map {
        GroupReader(scales: scales).read($0, into: &log)
      } ?? []
    let areGroupsWhole = log.errorCount == errorsAbove
    if groups.reduce(0, { $0 + $1.criteria.count }) > Bounds.criteria {
      log.report(.tooManyCriteria(Bounds.criteria, at: file.start))
    }
    checkOrder(of: scales, reversed, groups, into: &log)
    var category = Category(
      file: file, slug: slug,
      title: fields.required("title", into: &log)?.string("title", into: &log) ?? "",
      winner: winner(fields["winner"], into: &log), scales: scales, groups: groups)
    category.tagline = fields["tagline"]?.string("tagline", into: &log)
    category.pairs = fields["pairs"]?.choice("pairs", of: PairPolicy.self, into: &log) ?? .all
    category.indexed = indexed(fields["indexed"], into: &log)
    category.tiers = choices(fields["tiers"], "tiers", into: &log)
    category.segments = segments(fields["segments"], scales, into: &log)
    category.frameworks = FrameworkReader.read(fields["frameworks"], into: &log)
    category.panel = FrameworkReader.readPanel(fields["panel"], into: &log)
    let names = CriterionNames(category: category, areComplete: areGroupsWhole)
    category.headline = headline(fields, names, into: &log)
    category.assessment = assessment(fields["assessment"], names, into: &log)
    return log.errorCount == errors ? category : nil
  }

  /// Reports scales whose words run from good to bad, unless lower is better wherever they are
  /// used.
  private func checkOrder(
    of scales: [Scale], _ reversed: [String: Diagnostic], _ groups: [Group],
    into log: inout Diagnostics
  ) {
    for scale in scales {
      guard let warning = reversed[scale.name] else { continue }
      let uses = groups.flatMap(\.criteria).filter { $0.scale?.name == scale.name }
      if uses.isEmpty || uses.contains(where: { $0.better == .higher }) { log.report(warning) }
    }
  }

  private func winner(_ node: YAMLNode?, into log: inout Diagnostics) -> WinnerRule {
    let fields = node.flatMap {
      Fields($0, "winner", keys: CategoryKeys.winner, into: &log)
    }
    return WinnerRule(
      by: fields?["by"]?.choice("by", of: WinnerRule.Basis.self, into: &log) ?? .headline,
      margin: fields?["margin"]?.nonNegativeDecimal("margin", into: &log) ?? 0,
      requireShared: fields?["requireShared"]?.integer("requireShared", in: 0...Int.max, into: &log)
        ?? 1)
  }

  private func indexed(_ node: YAMLNode?, into log: inout Diagnostics) -> IndexingThreshold {
    let fields = node.flatMap {
      Fields($0, "indexed", keys: CategoryKeys.indexed, into: &log)
    }
    return IndexingThreshold(
      minShared: fields?["minShared"]?.integer("minShared", in: 0...Int.max, into: &log) ?? 0,
      minDifferent: fields?["minDifferent"]?.integer("minDifferent", in: 0...Int.max, into: &log)
        ?? 0)
  }

  private func headline(
    _ fields: Fields, _ names: CriterionNames, into log: inout Diagnostics
  ) -> CriterionIndex? {
    guard let node = fields["headline"] else {
      if names.category.winner.by == .headline { _ = fields.required("headline", into: &log) }
      return nil
    }
    guard let index = names.index(of: node, "headline", into: &log) else { return nil }
    let criterion = names.category.criterion(at: index)
    if !criterion.kind.isOrdered && !(criterion.kind == .version && criterion.isRanked) {
      log.report(
        .invalidValue(
          "headline", node.text ?? "", expected: "a criterion of a kind that can be ranked",
          at: node.span))
    }
    return index
  }

  private func assessment(
    _ node: YAMLNode?, _ names: CriterionNames, into log: inout Diagnostics
  ) -> [AssessmentRule] {
    guard let node else { return [] }
    let keys = CategoryKeys.sentence
    return node.items("assessment", into: &log).compactMap { item in
      guard let fields = Fields(item, "a sentence", keys: keys, into: &log),
        let when = fields.required("when", into: &log),
        let index = names.index(of: when, "when", into: &log)
      else { return nil }
      return AssessmentRule(
        when: index, text: fields["text"]?.located("text", into: &log),
        tied: fields["tied"]?.located("tied", into: &log),
        missing: fields["missing"]?.located("missing", into: &log),
        notWinner: fields["notWinner"]?.located("notWinner", into: &log))
    }
  }

  private func segments(
    _ node: YAMLNode?, _ scales: [Scale], into log: inout Diagnostics
  ) -> SegmentTable? {
    let keys = CategoryKeys.segments
    guard let node, let fields = Fields(node, "segments", keys: keys, into: &log),
      let title = fields.required("title", into: &log)?.string("title", into: &log)
    else { return nil }
    let rows = choices(fields.required("rows", into: &log), "rows", into: &log)
    guard let scale = ScaleReader.scale(fields["scale"], default: "fit", of: scales, into: &log)
    else { return nil }
    return SegmentTable(
      title: title, rowHeader: fields["rowHeader"]?.string("rowHeader", into: &log) ?? "Segment",
      scale: scale, rows: rows)
  }
}

/// The criteria of a category, by their paths `group.criterion`.
private struct CriterionNames {
  let category: Category
  /// Whether all groups were read. If not, a name that is missing may be that of a criterion with a
  /// mistake.
  let areComplete: Bool

  func index(
    of node: YAMLNode, _ name: String, into log: inout Diagnostics
  ) -> CriterionIndex? {
    guard let path = node.string(name, into: &log) else { return nil }
    if let index = category.index(of: path) { return index }
    if areComplete {
      log.report(
        .danglingReference("criterion", path, among: category.criterionPaths, at: node.span))
    }
    return nil
  }
}

/// Reads ids with labels, in the order written.
func choices(_ node: YAMLNode?, _ name: String, into log: inout Diagnostics) -> [Choice] {
  guard let node else { return [] }
  if case .sequence(let items) = node.content {
    let label = items.lazy.compactMap(\.text).first ?? "Builder"
    let id = (try? SlugMaker().slug(of: label).get())?.text ?? "builder"
    log.report(
      .wrongType(
        name,
        expected: "a mapping of ids to labels, such as { \(id): \(YAMLWriter.scalar(label)) }",
        at: node.span.head))
    return []
  }
  return node.entries(name, into: &log).compactMap { key, value in
    checkID(key, into: &log)
    return value.string(key.value, into: &log).map { Choice(id: key.value, label: $0) }
  }
}

/// Checks that an id chosen by the publisher is a slug.
func checkID(_ key: Located<String>, into log: inout Diagnostics) {
  if Slug(key.value) == nil {
    log.report(
      .invalidValue(
        "the id", key.value, expected: "lower-case letters and digits joined by '-'", at: key.span))
  }
}
