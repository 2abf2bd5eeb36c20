import Content
package import Diagnosing
import FoundationEssentials
package import Markup

/// Reads the groups and criteria of a category.
struct GroupReader {
  static let keys = CategoryKeys.group
  static let criterionKeys = CategoryKeys.criterion

  let scales: [Scale]

  func read(_ node: YAMLNode, into log: inout Diagnostics) -> [Group] {
    node.entries("groups", into: &log).compactMap { key, value in
      checkID(key, into: &log)
      if ReportReader.keys.names.contains(key.value),
        !ReportKeys.groups.names.contains(key.value)
      {
        log.report(.reservedID(key.value, at: key.span))
      }
      return group(key.value, value, into: &log)
    }
  }

  private func group(_ id: String, _ node: YAMLNode, into log: inout Diagnostics) -> Group? {
    guard let fields = Fields(node, "the group", keys: Self.keys, into: &log) else { return nil }
    let hasLeaders = fields["leaders"]?.bool("leaders", into: &log) ?? true
    let title = fields.required("title", into: &log)?.string("title", into: &log) ?? ""
    let criteria = fields.required("criteria", into: &log)?.entries("criteria", into: &log) ?? []
    return Group(
      id: id, title: title,
      rowHeader: fields["rowHeader"]?.string("rowHeader", into: &log) ?? title,
      ties: fields["ties"]?.choice("ties", of: Group.TieMark.self, into: &log) ?? .equals,
      criteria: criteria.compactMap { key, value in
        checkID(key, into: &log)
        return criterion(key, value, hasLeaders: hasLeaders, into: &log)
      })
  }

  private func criterion(
    _ id: Located<String>, _ node: YAMLNode, hasLeaders: Bool, into log: inout Diagnostics
  ) -> Criterion? {
    guard let fields = Fields(node, "the criterion", keys: Self.criterionKeys, into: &log)
    else { return nil }
    let label = fields.required("label", into: &log)?.string("label", into: &log)
    guard
      let kind = fields.required("kind", into: &log)?.choice(
        "kind", of: Kind.self, synonyms: Self.kindsElsewhere, into: &log)
    else { return nil }
    var criterion = Criterion(id: id.value, label: label ?? id.value, kind: kind, span: id.span)
    let better = fields["better"]?.choice("better", of: Better.self, into: &log)
    let marksLeader = fields["leaders"]?.bool("leaders", into: &log)
    let asks = better != nil || marksLeader == true
    let hasOrder = kind.isOrdered || (kind == .version && asks)
    if marksLeader == true, !hasOrder { reportOrder(of: kind, fields["leaders"], into: &log) }
    criterion.better = better ?? .higher
    criterion.isRanked = hasLeaders && marksLeader ?? true && hasOrder
    criterion.within = fields["within"]?.nonNegativeDecimal("within", into: &log) ?? 0
    criterion.minCount = fields["minCount"]?.integer("minCount", in: 0...Int.max, into: &log) ?? 0
    criterion.max =
      fields["max"]?.nonNegativeDecimal("max", into: &log) ?? (kind == .score ? 100 : nil)
    criterion.unit = fields["unit"]?.string("unit", into: &log)
    criterion.digits = fields["digits"]?.integer("digits", in: 0...20, into: &log)
    criterion.currency = fields["currency"].flatMap { currency($0, into: &log) }
    criterion.scale = scale(fields, of: kind, into: &log)
    criterion.words = words(fields["words"], of: kind, into: &log)
    criterion.help = fields["help"]?.string("help", into: &log)
    for (key, kinds) in Self.keysOfKinds where !kinds.contains(kind) {
      if let node = fields[key] { log.report(.ignoredKey(key, kind, among: kinds, at: node.span)) }
    }
    return criterion
  }

  /// What the kinds are called elsewhere.
  private static let kindsElsewhere: [String: Kind] = [
    "boolean": .state, "bool": .state, "flag": .state, "yesno": .state, "price": .money,
    "cost": .money, "amount": .money, "currency": .money, "stars": .rating, "string": .text,
    "url": .text, "link": .text, "markdown": .text, "integer": .count, "int": .count,
    "float": .number, "decimal": .number, "percentage": .percent, "enum": .level,
    "scale": .level, "choice": .level, "tags": .set, "time": .duration, "datetime": .date,
    "semver": .version, "points": .score, "grade": .level,
  ]

  /// The keys that have no effect on criteria of other kinds. Words and scales are not among them:
  /// they are read by kind.
  private static let keysOfKinds: [(key: String, kinds: [Kind])] = [
    ("max", [.score]), ("unit", [.count, .number]), ("currency", [.money]), ("minCount", [.rating]),
    ("digits", [.score, .count, .number, .percent, .money]), ("scale", [.state, .level]),
    ("better", Kind.allCases.filter { $0.isOrdered || $0 == .version }),
    ("within", Kind.allCases.filter(\.isOrdered)),
  ]

  private func reportOrder(of kind: Kind, _ node: YAMLNode?, into log: inout Diagnostics) {
    guard let node else { return }
    log.report(
      .invalidValue(
        "leaders", "true", expected: "possible for the kind '\(kind.rawValue)', which has no order",
        at: node.span))
  }

  /// Reads words that replace dates, such as `{ never: last }`.
  private func words(
    _ node: YAMLNode?, of kind: Kind, into log: inout Diagnostics
  ) -> [String: DateWord] {
    guard let node else { return [:] }
    if kind != .date {
      log.report(
        .invalidValue("the kind", kind.rawValue, expected: "'date', which has words", at: node.span)
      )
    }
    var words: [String: DateWord] = [:]
    for (word, place) in node.entries("words", into: &log) {
      words[word.value] = place.choice(word.value, of: DateWord.self, into: &log)
    }
    return words
  }

  private func scale(_ fields: Fields, of kind: Kind, into log: inout Diagnostics) -> Scale? {
    switch kind {
    case .state: return ScaleReader.scale(fields["scale"], default: "state", of: scales, into: &log)
    case .level:
      guard let node = fields.required("scale", into: &log) else { return nil }
      return ScaleReader.scale(node, default: "", of: scales, into: &log)
    default: return nil
    }
  }
}

/// Reads a currency code of ISO 4217.
package func currency(_ node: YAMLNode, into log: inout Diagnostics) -> String? {
  guard let text = node.string("currency", into: &log) else { return nil }
  if text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5a).contains($0) }) { return text }
  log.report(
    .invalidValue("currency", text, expected: "a code of ISO 4217 such as EUR", at: node.span))
  return nil
}
