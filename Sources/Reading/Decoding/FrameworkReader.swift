import Content
import Diagnosing
import Markup

/// Reads the frameworks and the panel of a category.
struct FrameworkReader {
  static func read(_ node: YAMLNode?, into log: inout Diagnostics) -> [Framework] {
    guard let node else { return [] }
    let keys = CategoryKeys.framework
    return node.entries("frameworks", into: &log).compactMap { key, value in
      checkID(key, into: &log)
      guard let fields = Fields(value, "the framework", keys: keys, into: &log)
      else { return nil }
      let scale = fields["scale"].flatMap {
        Fields($0, "scale", keys: CategoryKeys.range, into: &log)
      }
      let low = scale?["min"]?.integer("min", in: 0...1000, into: &log) ?? 1
      return Framework(
        id: key.value,
        title: fields.required("title", into: &log)?.string("title", into: &log) ?? "",
        source: fields["source"]?.string("source", into: &log),
        minScore: low,
        maxScore: scale?["max"]?.integer("max", in: low...1000, into: &log) ?? max(low, 5),
        checkCount: fields["checks"]?.integer("checks", in: 0...100, into: &log) ?? 0,
        dimensions: choices(fields.required("dimensions", into: &log), "dimensions", into: &log))
    }
  }

  static func readPanel(_ node: YAMLNode?, into log: inout Diagnostics) -> Panel? {
    let keys = CategoryKeys.panel
    guard let node, let fields = Fields(node, "the panel", keys: keys, into: &log)
    else { return nil }
    let votes = fields["votes"]?.locatedItems("votes", into: &log)
    var first: [String: SourceSpan] = [:]
    for vote in votes ?? [] {
      if let first = first.updateValue(vote.span, forKey: vote.value) {
        log.report(.duplicateKey(vote.value, first: first, at: vote.span))
      }
    }
    return Panel(
      title: fields.required("title", into: &log)?.string("title", into: &log) ?? "",
      votes: votes?.map(\.value) ?? ["ship", "skip"],
      synthetic: fields["synthetic"]?.bool("synthetic", into: &log) ?? false,
      personas: choices(fields.required("personas", into: &log), "personas", into: &log))
  }
}
