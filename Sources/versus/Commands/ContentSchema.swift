import Reading

/// JSON Schema of the content files, for editors and pipelines, from the keys that the reader knows.
///
/// Scalars are text to the reader until a kind gives them a meaning, so a schema allows every form
/// in which an editor may parse one.
enum ContentSchema: String, CaseIterable {
  case report, category, site

  /// The part of JSON Schema (draft 2020-12) that is needed here.
  indirect enum Node: Encodable {
    case any
    case object([String: Node], required: [String], isOpen: Bool, title: String?)
    case map(Node)
    case list(Node)
    case scalar
    case choice([String])

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: Key.self)
      func set(_ key: String, _ value: some Encodable) throws {
        try values.encode(value, forKey: Key(stringValue: key))
      }
      switch self {
      case .any: break
      case .object(let properties, let required, let isOpen, let title):
        if let title {
          try set("$schema", "https://json-schema.org/draft/2020-12/schema")
          try set("title", title)
        }
        try set("type", "object")
        try set("properties", properties)
        if !required.isEmpty { try set("required", required) }
        if !isOpen { try set("additionalProperties", false) }
      case .map(let value):
        try set("type", "object")
        try set("additionalProperties", value)
      case .list(let element):
        try set("type", "array")
        try set("items", element)
      case .scalar: try set("type", ["string", "number", "boolean", "null"])
      case .choice(let values): try set("enum", values)
      }
    }
  }

  var document: Node {
    switch self {
    case .report:
      .object(
        shaped(ContentKeys.report), required: ["name"], isOpen: true, title: "A report of versus")
    case .category:
      .object(
        shaped(ContentKeys.category, groups: true), required: ["groups", "title"], isOpen: false,
        title: "A category of versus")
    case .site:
      .object(
        shaped(ContentKeys.site), required: ["baseURL", "title"], isOpen: false,
        title: "The site of versus")
    }
  }

  private func shaped(_ keys: [String], groups: Bool = false) -> [String: Node] {
    var nodes = Dictionary(uniqueKeysWithValues: keys.map { ($0, shape(of: $0)) })
    if groups { nodes["groups"] = .map(group) }
    return nodes
  }

  private var group: Node {
    let criterion = Dictionary(
      uniqueKeysWithValues: ContentKeys.criterion.map { ($0, Node.scalar) }
    )
    .merging([
      "kind": .choice(Kind.allCases.map(\.rawValue)),
      "better": .choice(Better.allCases.map(\.rawValue)),
    ]) { $1 }
    var keys = Dictionary(uniqueKeysWithValues: ContentKeys.group.map { ($0, Node.scalar) })
    keys["criteria"] = .map(
      .object(criterion, required: ["kind", "label"], isOpen: false, title: nil))
    keys["ties"] = .choice(Group.TieMark.allCases.map(\.rawValue))
    return .object(keys, required: ["criteria", "title"], isOpen: false, title: nil)
  }

  private func shape(of key: String) -> Node {
    switch key {
    case "pros", "cons", "bestFor", "cautionFor", "risks", "scenarios", "alternatives", "sources",
      "aliases",
      "navigation", "assessment":
      .list(.any)
    case "offerings", "tiers", "scales", "fit", "frameworks": .map(.any)
    case "panel" where self == .report: .list(.any)
    case "disclosure" where self == .site: .scalar
    case "stack", "votes", "disclosure", "publisher", "paths", "feeds", "newsletter",
      "callToAction", "winner",
      "indexed", "segments", "panel", "scores", "compliance", "signals", "attributes":
      .object([:], required: [], isOpen: true, title: nil)
    case "pairs": .choice(PairPolicy.allCases.map(\.rawValue))
    case "socialImages": .choice(Site.SocialImages.allCases.map(\.rawValue))
    default: .scalar
    }
  }
}
