/// The subset of JSON Schema (draft 2020-12) that content files need.
indirect enum JSONSchema: Encodable, Sendable {
  /// Text, which an editor may have parsed as a number, a Boolean or null.
  case text
  case anything
  case number
  case integer(ClosedRange<Int>)
  /// A Boolean, including `yes` and `no`, which are text in YAML 1.2.
  case truth
  case boolean
  case choice([String])
  case list(JSONSchema)
  /// An object whose keys the publisher chooses.
  case map(JSONSchema)
  /// A list or a map of at most so many entries.
  case atMost(Int, JSONSchema)
  case record([String: JSONSchema], required: [String] = [], others: JSONSchema? = nil)
  case either([JSONSchema])
  /// A schema with a description and an example for editors.
  case described(JSONSchema, String, example: JSONValue)
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
    case .anything: break
    case .text: try set("type", ["string", "number", "boolean", "null"])
    case .number: try set("type", ["number", "null"])
    case .integer(let range):
      try set("type", ["integer", "null"])
      try set("minimum", range.lowerBound)
      if range.upperBound != .max { try set("maximum", range.upperBound) }
    case .truth: try set("anyOf", [JSONSchema.boolean, .choice(["yes", "no"])])
    case .choice(let values): try set("enum", values)
    case .list(let element):
      try set("type", ["array", "null"])
      try set("items", element)
    case .map(let value):
      try set("type", ["object", "null"])
      try set("additionalProperties", value)
    case .atMost(let limit, let schema):
      try schema.encode(to: encoder)
      // Each keyword concerns values of its own form alone.
      if case .list = schema { try set("maxItems", limit) }
      if case .map = schema { try set("maxProperties", limit) }
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
    case .described(let schema, let description, let example):
      try set("description", description)
      try set("examples", [example])
      try schema.encode(to: encoder)
    case .document(let title, let schema):
      try set("$schema", "https://json-schema.org/draft/2020-12/schema")
      try set("title", title)
      try schema.encode(to: encoder)
      // An empty file lacks the keys that are required.
      if case .record(_, let required, _) = schema, !required.isEmpty { try set("type", "object") }
    }
  }
}
