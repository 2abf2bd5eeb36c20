import Content
import Diagnosing
import Markup

/// Reads what a report assesses besides its criteria.
struct AssessmentsReader {
  let category: Category
  /// The vendor of the report.
  let slug: Slug

  func read(_ fields: Fields, into log: inout Diagnostics) -> Assessments {
    var assessments = Assessments()
    assessments.frameworks = frameworks(fields["frameworks"], into: &log)
    assessments.stack = stack(fields["stack"], into: &log)
    assessments.risks = risks(fields["risks"], into: &log)
    assessments.scenarios = scenarios(fields["scenarios"], into: &log)
    assessments.alternatives = alternatives(fields["alternatives"], into: &log)
    assessments.panel = panel(fields["panel"], into: &log)
    assessments.votes = votes(fields["votes"], into: &log)
    return assessments
  }

  private func frameworks(_ node: YAMLNode?, into log: inout Diagnostics) -> [FrameworkScores] {
    guard let node,
      let fields = Fields(node, "frameworks", keys: category.frameworks.map(\.id), into: &log)
    else { return [] }
    return category.frameworks.compactMap { framework in
      guard let node = fields[framework.id],
        let dimensions = Fields(
          node, framework.id, keys: framework.dimensions.map(\.id), into: &log)
      else { return nil }
      let scores = framework.dimensions.compactMap { dimension in
        dimensions[dimension.id].flatMap {
          self.dimension($0, dimension.id, of: framework, into: &log)
        }
      }
      checkOverrides(scores, dimensions, into: &log)
      return FrameworkScores(framework: framework.id, dimensions: scores)
    }
  }

  /// Checks that dimensions with equal scores but different numbers of met checks give a reason
  /// (T-10).
  private func checkOverrides(
    _ scores: [DimensionScore], _ fields: Fields, into log: inout Diagnostics
  ) {
    let plain = scores.filter { $0.score != nil && !$0.checks.isEmpty && $0.override == nil }
    for (index, later) in plain.enumerated() {
      let met = later.checks.count(where: \.met)
      guard let node = fields[later.dimension],
        let first = plain[..<index].first(where: {
          $0.score == later.score && $0.checks.count(where: \.met) != met
        })
      else { continue }
      log.report(
        .missingOverride(later.dimension, met, first.dimension, at: node.span.head))
    }
  }

  private func dimension(
    _ node: YAMLNode, _ id: String, of framework: Framework, into log: inout Diagnostics
  ) -> DimensionScore? {
    let range = framework.minScore...framework.maxScore
    guard case .mapping = node.content else {
      let score = node.integer(id, in: range, into: &log)
      return DimensionScore(
        dimension: id, score: score, override: nil, cap: nil, note: nil, checks: [])
    }
    let keys = ReportKeys.dimension
    guard let fields = Fields(node, id, keys: keys, into: &log) else { return nil }
    let checks = fields["checks"]?.entries("checks", into: &log) ?? []
    if checks.count > framework.checkCount, let node = fields["checks"] {
      log.report(
        .tooManyChecks(
          id, checks.count, of: framework.id, framework.checkCount, at: node.span.head))
    }
    return DimensionScore(
      dimension: id, score: fields["score"]?.integer("score", in: range, into: &log),
      override: override(fields["override"], into: &log),
      cap: cap(fields["cap"], in: range, into: &log),
      note: fields["note"]?.markdown("note", into: &log),
      checks: checks.compactMap { check($0.key.value, $0.value, into: &log) })
  }

  private func override(
    _ node: YAMLNode?, into log: inout Diagnostics
  ) -> (label: String, reason: String)? {
    guard let node,
      let fields = Fields(node, "override", keys: ReportKeys.override, into: &log),
      let label = fields.required("label", into: &log)?.string("label", into: &log),
      let reason = fields.required("reason", into: &log)?.string("reason", into: &log)
    else { return nil }
    return (label, reason)
  }

  private func cap(
    _ node: YAMLNode?, in range: ClosedRange<Int>, into log: inout Diagnostics
  ) -> (max: Int?, reason: String)? {
    guard let node else { return nil }
    if node.text == "none" { return (nil, "") }
    guard let fields = Fields(node, "cap", keys: ReportKeys.cap, into: &log),
      let reason = fields.required("reason", into: &log)?.string("reason", into: &log)
    else { return nil }
    return (fields["max"]?.integer("max", in: range, into: &log), reason)
  }

  private func check(
    _ id: String, _ node: YAMLNode, into log: inout Diagnostics
  ) -> DimensionScore.Check? {
    guard case .mapping = node.content else {
      return node.bool(id, into: &log).map { DimensionScore.Check(id: id, met: $0, note: nil) }
    }
    guard let fields = Fields(node, id, keys: ReportKeys.check, into: &log),
      let met = fields.required("met", into: &log)?.bool("met", into: &log)
    else { return nil }
    return DimensionScore.Check(
      id: id, met: met, note: fields["note"]?.markdown("note", into: &log))
  }

  private func stack(_ node: YAMLNode?, into log: inout Diagnostics) -> Stack? {
    let keys = ReportKeys.stack
    guard let node, let fields = Fields(node, "stack", keys: keys, into: &log) else { return nil }
    return Stack(
      role: fields["role"]?.string("role", into: &log),
      layer: fields["layer"]?.string("layer", into: &log),
      upstream: fields["upstream"]?.markdown("upstream", into: &log),
      downstream: fields["downstream"]?.markdown("downstream", into: &log))
  }

  private func risks(_ node: YAMLNode?, into log: inout Diagnostics) -> [Risk] {
    (node?.items("risks", into: &log) ?? []).compactMap { item in
      guard let fields = Fields(item, "a risk", keys: ReportKeys.risk, into: &log)
      else { return nil }
      return Risk(
        title: fields.required("title", into: &log)?.string("title", into: &log) ?? "",
        text: fields["text"]?.markdown("text", into: &log),
        mitigation: fields["mitigation"]?.markdown("mitigation", into: &log))
    }
  }

  private func scenarios(_ node: YAMLNode?, into log: inout Diagnostics) -> [Scenario] {
    let scale = category.scales.first { $0.name == "fit" }
    return (node?.items("scenarios", into: &log) ?? []).compactMap { item in
      guard let fields = Fields(item, "a scenario", keys: ReportKeys.scenario, into: &log)
      else { return nil }
      let fit = fields["fit"].flatMap { node in
        scale.flatMap { scalePosition(node, "fit", of: $0, into: &log) }
      }
      return Scenario(
        title: fields.required("title", into: &log)?.string("title", into: &log) ?? "", fit: fit,
        text: fields["text"]?.markdown("text", into: &log))
    }
  }

  private func alternatives(_ node: YAMLNode?, into log: inout Diagnostics) -> [Alternative] {
    // The name and address of a vendor of the site are in its reports.
    let all = ReportKeys.alternative.names
    return (node?.items("alternatives", into: &log) ?? []).compactMap { item in
      let keys = item.hasKey("vendor") ? all.filter { !["name", "url"].contains($0) } : all
      guard let fields = Fields(item, "an alternative", keys: keys, into: &log),
        let subject = subject(fields, into: &log)
      else { return nil }
      let relation = fields["relation"]?.string("relation", into: &log) ?? "alternative"
      if let node = fields["relation"], !["alternative", "complement"].contains(relation) {
        log.report(
          .unknownValue("relation", relation, among: ["alternative", "complement"], at: node.span))
      }
      return Alternative(
        subject: subject, relation: relation, note: fields["note"]?.markdown("note", into: &log))
    }
  }

  private func subject(_ fields: Fields, into log: inout Diagnostics) -> Alternative.Subject? {
    if let vendor = fields["vendor"]?.located("vendor", into: &log) {
      if vendor.value == slug.text { log.report(.ownAlternative(vendor.value, at: vendor.span)) }
      return .vendor(vendor)
    }
    guard let name = fields.required("name", into: &log)?.string("name", into: &log) else {
      return nil
    }
    return .other(name: name, url: fields["url"]?.url("url", into: &log))
  }

  private func panel(_ node: YAMLNode?, into log: inout Diagnostics) -> [PanelVote] {
    let personas = category.panel?.personas.map(\.id) ?? []
    let votes = category.panel?.votes ?? []
    var first: [String: SourceSpan] = [:]
    return (node?.items("panel", into: &log) ?? []).compactMap { item in
      guard let fields = Fields(item, "a vote", keys: ReportKeys.vote, into: &log),
        let persona = fields.required("persona", into: &log)?.located("persona", into: &log)
      else { return nil }
      if !personas.contains(persona.value) {
        log.report(.danglingReference("persona", persona.value, among: personas, at: persona.span))
      }
      if let first = first.updateValue(persona.span, forKey: persona.value) {
        log.report(.duplicateKey(persona.value, first: first, at: persona.span))
      }
      let vote = fields["vote"]?.located("vote", into: &log)
      if let vote, !votes.contains(vote.value) {
        log.report(.unknownValue("vote", vote.value, among: votes, at: vote.span))
      }
      return PanelVote(
        persona: persona.value, vote: vote?.value,
        quote: fields["quote"]?.markdown("quote", into: &log))
    }
  }

  private func votes(_ node: YAMLNode?, into log: inout Diagnostics) -> Votes? {
    guard let node, let fields = Fields(node, "votes", keys: ReportKeys.votes, into: &log)
    else {
      return nil
    }
    return Votes(
      up: fields["up"]?.integer("up", in: 0...Int.max, into: &log) ?? 0,
      down: fields["down"]?.integer("down", in: 0...Int.max, into: &log) ?? 0)
  }
}
