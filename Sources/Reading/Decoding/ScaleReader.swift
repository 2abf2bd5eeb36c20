import Content
import Diagnosing
import Markup

/// Reads scales, and defines the two that every category has.
struct ScaleReader {
  static let standard = [
    Scale(
      name: "state",
      ranked: [
        Choice(id: "no", label: "No", phrase: "stateNo"),
        Choice(id: "partial", label: "Partial", phrase: "statePartial"),
        Choice(id: "yes", label: "Yes", phrase: "stateYes"),
      ],
      unranked: [
        Choice(id: "unknown", label: "Not publicly attested", phrase: "stateUnknown"),
        Choice(id: "not-applicable", label: "Not applicable", phrase: "stateNotApplicable"),
      ]),
    Scale(
      name: "fit",
      ranked: [
        Choice(id: "avoid", label: "Avoid", phrase: "fitAvoid"),
        Choice(id: "caution", label: "Caution", phrase: "fitCaution"),
        Choice(id: "good", label: "Good", phrase: "fitGood"),
      ],
      unranked: [Choice(id: "unknown", label: "Unknown", phrase: "fitUnknown")]),
  ]

  /// Returns the category's own scales and the standard scales that they do not replace, sorted by
  /// name.
  ///
  /// - Parameter reversed: receives, by name, a warning for each scale whose words run from good to
  ///   bad, which is wrong unless lower values are better.
  static func read(
    _ node: YAMLNode?, reversed: inout [String: Diagnostic], into log: inout Diagnostics
  ) -> [Scale] {
    var own: [Scale] = []
    for (key, value) in node?.entries("scales", into: &log) ?? [] {
      checkID(key, into: &log)
      guard let scale = scale(named: key.value, value, into: &log) else { continue }
      own.append(scale)
      reversed[key.value] = order(of: scale, value)
    }
    let names = Set(own.map(\.name))
    return (own + standard.filter { !names.contains($0.name) }).sorted { $0.name < $1.name }
  }

  private static func scale(named name: String, _ node: YAMLNode, into log: inout Diagnostics)
    -> Scale?
  {
    guard
      let fields = Fields(node, "the scale", keys: CategoryKeys.scale, into: &log)
    else { return nil }
    let ranked = ids(fields.required("ranked", into: &log), "ranked", into: &log)
    let unranked = ids(fields["unranked"], "unranked", into: &log)
    let all = (ranked + unranked).map(\.value)
    for (index, id) in (ranked + unranked).enumerated() where all[..<index].contains(id.value) {
      log.report(.duplicateKey(id.value, first: (ranked + unranked)[index].span, at: id.span))
    }
    var labels: [String: String] = [:]
    for (key, value) in fields["labels"]?.entries("labels", into: &log) ?? [] {
      if !all.contains(key.value) {
        log.report(.danglingReference("scale value", key.value, among: all, at: key.span))
      }
      labels[key.value] = value.string(key.value, into: &log)
    }
    func choice(_ id: Located<String>) -> Choice {
      Choice(id: id.value, label: labels[id.value] ?? id.value)
    }
    return Scale(name: name, ranked: ranked.map(choice), unranked: unranked.map(choice))
  }

  private static let good: Set<String> = [
    "yes", "true", "good", "great", "excellent", "best", "better", "full", "fully", "complete",
    "always", "all", "strong", "pass", "passed", "supported", "approved", "available", "included",
    "native", "safe", "ok", "ja", "gut", "immer", "voll", "oui", "bon", "toujours", "complet", "si",
    "sí", "bueno", "siempre", "completo",
  ]
  private static let bad: Set<String> = [
    "no", "false", "bad", "poor", "worst", "worse", "none", "never", "missing", "weak", "fail",
    "failed", "unsupported", "rejected", "unavailable", "excluded", "absent", "avoid", "unsafe",
    "incomplete", "nein", "schlecht", "nie", "kein", "keine", "non", "mauvais", "jamais", "aucun",
    "malo", "nunca", "ninguno",
  ]

  /// Returns a warning of words that run from good to bad. Words for amounts, such as high, are
  /// either.
  private static func order(of scale: Scale, _ node: YAMLNode) -> Diagnostic? {
    guard let first = scale.ranked.first, let last = scale.ranked.last,
      !good.isDisjoint(with: words(first)), !bad.isDisjoint(with: words(last))
    else { return nil }
    var ignored = Diagnostics()
    let place = node.entries(scale.name, into: &ignored).first { $0.key.value == "ranked" }
    return .scaleOrder(
      scale.name, from: first.label, to: last.label,
      at: place?.value.items("ranked", into: &ignored).first?.span ?? node.span)
  }

  private static func words(_ choice: Choice) -> Set<String> {
    [choice.id, choice.label.lowercased()]
  }

  private static func ids(
    _ node: YAMLNode?, _ name: String, into log: inout Diagnostics
  ) -> [Located<String>] {
    guard let node else { return [] }
    return node.items(name, into: &log).compactMap { item in
      guard let id = item.located("a scale value", into: &log) else { return nil }
      checkID(id, into: &log)
      return id
    }
  }

  /// Returns the scale that a key names, or the default scale when the key is missing.
  static func scale(
    _ node: YAMLNode?, default name: String, of scales: [Scale], into log: inout Diagnostics
  ) -> Scale? {
    let wanted = node == nil ? name : node?.string("scale", into: &log)
    guard let wanted else { return nil }
    if let scale = scales.first(where: { $0.name == wanted }) { return scale }
    if let node {
      log.report(.danglingReference("scale", wanted, among: scales.map(\.name), at: node.span))
    }
    return nil
  }
}
