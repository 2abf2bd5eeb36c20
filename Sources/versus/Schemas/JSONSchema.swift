/// The subset of JSON Schema (draft 2020-12) that content files need.
indirect enum JSONSchema: Encodable, Sendable {
  /// Text, which an editor may have parsed as a number, a Boolean or null.
  case text
  case number
  case integer
  /// A Boolean, including `yes` and `no`, which are text in YAML 1.2.
  case truth
  case boolean
  case choice([String])
  case list(JSONSchema)
  /// An object whose keys the publisher chooses.
  case map(JSONSchema)
  case record([String: JSONSchema], required: [String] = [], others: JSONSchema? = nil)
  case either([JSONSchema])
  case document(title: String, JSONSchema)

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    func set(_ key: String, _ value: some Encodable) throws {
      try object.encode(value, forKey: Key(stringValue: key))
    }
    switch self {
    case .text: try set("type", ["string", "number", "boolean", "null"])
    case .number: try set("type", ["number", "null"])
    case .integer: try set("type", ["integer", "null"])
    case .truth: try set("anyOf", [JSONSchema.boolean, .choice(["yes", "no"])])
    case .choice(let values): try set("enum", values)
    case .list(let element):
      try set("type", ["array", "null"])
      try set("items", element)
    case .map(let value):
      try set("type", ["object", "null"])
      try set("additionalProperties", value)
    case .record(let properties, let required, let others):
      try set("type", ["object", "null"])
      try set("properties", properties)
      if !required.isEmpty { try set("required", required) }
      if let others {
        try set("additionalProperties", others)
      } else {
        try set("additionalProperties", false)
      }
    case .either(let schemas): try set("anyOf", schemas)
    case .boolean: try set("type", ["boolean", "null"])
    case .document(let title, let schema):
      try set("$schema", "https://json-schema.org/draft/2020-12/schema")
      try set("title", title)
      try schema.encode(to: encoder)
    }
  }
}

extension JSONSchema {
  /// Returns the schema of records with known keys: each value is text unless a schema is given.
  static func record(
    keys: [String], _ known: [String: JSONSchema], required: [String], others: JSONSchema? = nil
  ) -> JSONSchema {
    let properties = Dictionary(uniqueKeysWithValues: keys.map { ($0, known[$0] ?? .text) })
    return .record(properties, required: required, others: others)
  }

  /// Returns the schema of a record of texts.
  static func texts(_ keys: String..., required: [String] = []) -> JSONSchema {
    .record(Dictionary(uniqueKeysWithValues: keys.map { ($0, .text) }), required: required)
  }

  static let labels = JSONSchema.map(.text)
  static let evidence = JSONSchema.list(.texts("url", "title", "accessed", required: ["url"]))
}
