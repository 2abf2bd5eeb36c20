/// A part of a JSON Schema (draft 2020-12), limited to the keywords that the published schemas
/// need.
indirect enum JSONSchema: Sendable {
  case text(String)
  case number(String)
  case bool(String)
  /// A text that is one of a few words.
  case word(String, among: [String])
  case list(String, of: JSONSchema)
  /// A value in any one of several forms.
  case any(String, [JSONSchema])
  /// An object with these members and no others.
  case object(String, [Member])
  /// An object with arbitrary names and values of one form.
  case map(String, of: JSONSchema)

  struct Member: Sendable {
    let name: String
    let schema: JSONSchema
    var isRequired = true

    init(_ name: String, _ schema: JSONSchema, isRequired: Bool = true) {
      (self.name, self.schema, self.isRequired) = (name, schema, isRequired)
    }
  }

  /// Returns the schema as a file of its own.
  func file(at address: String, title: String) -> [UInt8] {
    JSONWriter.file {
      $0.member("$id", address)
      $0.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      writeMembers(into: &$0)
      $0.member("title", title)
    }
  }

  private func write(into json: inout JSONWriter) {
    json.object { writeMembers(into: &$0) }
  }

  private func writeMembers(into json: inout JSONWriter) {
    json.member("description", description)
    switch self {
    case .text: json.member("type", "string")
    case .number: json.member("type", "number")
    case .bool: json.member("type", "boolean")
    case .word(_, let words):
      json.member("enum", words) { $0.text($1) }
      json.member("type", "string")
    case .list(_, let item):
      json.name("items")
      item.write(into: &json)
      json.member("type", "array")
    case .any(_, let forms): json.member("anyOf", forms) { $1.write(into: &$0) }
    case .object(_, let members):
      json.name("additionalProperties")
      json.bool(false)
      json.name("properties")
      json.object { json in
        for member in members {
          json.name(member.name)
          member.schema.write(into: &json)
        }
      }
      json.member("required", members.filter(\.isRequired).map(\.name)) { $0.text($1) }
      json.member("type", "object")
    case .map(_, let value):
      json.name("additionalProperties")
      value.write(into: &json)
      json.member("type", "object")
    }
  }

  private var description: String {
    switch self {
    case .text(let text), .number(let text), .bool(let text), .word(let text, _),
      .list(let text, _), .any(let text, _), .object(let text, _), .map(let text, _):
      text
    }
  }
}
