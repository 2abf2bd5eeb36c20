import Diagnosing
import Markup
import Reading

extension Key {
  var schema: JSONSchema {
    let note = standard.map { " Default: \($0)." } ?? ""
    let bounded = entryLimit.map { JSONSchema.atMost($0, shape.schema) } ?? shape.schema
    return .described(bounded, meaning + note, example: JSONValue(yaml: example))
  }
}

extension Key.Shape {
  /// A scalar is text until a kind gives it a meaning, so a schema accepts every type that an
  /// editor may parse it as.
  var schema: JSONSchema {
    switch self {
    case .text, .markdown, .date, .week, .url: .text
    case .any: .anything
    case .truth: .truth
    case .number: .number
    case .integer(let range): .integer(range)
    case .words(let words): .choice(words)
    case .list(let shape): .list(shape.schema)
    case .map(_, _, let shape): .map(shape.schema)
    case .record(let keys): .record(keys)
    case .either(let short, let long): .either([short.schema, long.schema])
    case .named(_, let shape): shape.schema
    }
  }
}

extension JSONSchema {
  /// Returns the schema of a mapping.
  static func record(_ keys: [Key], others: JSONSchema? = nil) -> JSONSchema {
    .record(
      Dictionary(keys.map { ($0.name, $0.schema) }) { first, _ in first },
      required: keys.filter(\.isRequired).map(\.name).sorted(), others: others)
  }
}

/// A value of YAML as JSON.
enum JSONValue: Encodable, Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  case truth(Bool)
  case list([JSONValue])
  case map([String: JSONValue])

  init(yaml: String) {
    var ignored = Diagnostics()
    let file = SourceFile(path: "example", text: yaml)
    self = file.yaml(into: &ignored).map { JSONValue($0) } ?? .text(yaml)
  }

  private init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let isPlain):
      self = isPlain ? JSONValue(plain: text) : .text(text)
    case .sequence(let items): self = .list(items.map { JSONValue($0) })
    case .mapping(let pairs):
      self = .map(
        Dictionary(pairs.map { ($0.key.text ?? "", JSONValue($0.value)) }) { first, _ in first })
    }
  }

  private init(plain text: String) {
    if let number = Int(text) {
      self = .integer(number)
    } else if let number = Double(text), text.first?.isNumber == true {
      self = .number(number)
    } else if text == "true" || text == "false" {
      self = .truth(text == "true")
    } else {
      self = .text(text)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .text(let text): try value.encode(text)
    case .integer(let number): try value.encode(number)
    case .number(let number): try value.encode(number)
    case .truth(let truth): try value.encode(truth)
    case .list(let list): try value.encode(list)
    case .map(let map): try value.encode(map)
    }
  }
}
