import Diagnosing
import Markup
import Testing

/// A key in a content file that can be taken away.
struct KeyPlace {
  private enum Step {
    case key(String)
    case item(Int)
  }

  let path: String
  private let root: YAMLNode
  private let body: String?
  private let steps: [Step]

  /// Every key of a file, by its path in the schema. Without a schema, each key is in its path.
  static func all(in file: SourceFile, _ schema: [String: Any]) throws -> [(String, KeyPlace)] {
    var log = Diagnostics()
    let parts = file.path.hasSuffix(".md") ? MarkdownFile(file, into: &log) : nil
    let range = parts?.yaml ?? 0..<file.bytes.count
    let root = try #require(YAML.parse(file, range: range, into: &log), "\(file.path)")
    return keys(of: root, schema.isEmpty ? nil : [schema], path: "", steps: []).map { key, steps in
      (key, KeyPlace(path: file.path, root: root, body: parts?.body.source, steps: steps))
    }
  }

  /// Every text of a file, with the keys that lead to it.
  static func texts(
    in file: SourceFile
  ) throws -> [(name: String, text: String, place: KeyPlace)] {
    var log = Diagnostics()
    let parts = file.path.hasSuffix(".md") ? MarkdownFile(file, into: &log) : nil
    let range = parts?.yaml ?? 0..<file.bytes.count
    let root = try #require(YAML.parse(file, range: range, into: &log), "\(file.path)")
    return texts(of: root, name: "", steps: []).map { name, text, steps in
      let place = KeyPlace(path: file.path, root: root, body: parts?.body.source, steps: steps)
      return (name, text, place)
    }
  }

  private static func texts(
    of node: YAMLNode, name: String, steps: [Step]
  ) -> [(String, String, [Step])] {
    switch node.content {
    case .scalar(let text, _): return [(name, text, steps)]
    case .sequence(let items):
      return items.enumerated().flatMap {
        texts(of: $1, name: "\(name)[\($0)]", steps: steps + [.item($0)])
      }
    case .mapping(let pairs):
      return pairs.flatMap { pair in
        let key = pair.key.text ?? ""
        return texts(of: pair.value, name: name + "." + key, steps: steps + [.key(key)])
      }
    }
  }

  /// - Parameter schemas: what a value may be; nil when nothing is known of it.
  private static func keys(
    of node: YAMLNode, _ schemas: [[String: Any]]?, path: String, steps: [Step]
  ) -> [(String, [Step])] {
    let all = schemas.map { schemas in
      var all = schemas
      var next = 0
      while next < all.count {
        all += Schema.parts(of: all[next])
        next += 1
      }
      return all
    }
    switch node.content {
    case .scalar: return []
    case .sequence(let items):
      return items.enumerated().flatMap {
        keys(of: $1, all, path: path, steps: steps + [.item($0)])
      }
    case .mapping(let pairs):
      return pairs.flatMap { pair -> [(String, [Step])] in
        let key = pair.key.text ?? ""
        let known = all?.compactMap { Schema.object($0["properties"])[key] as? [String: Any] }
        let isNamed = known.map { !$0.isEmpty } ?? true
        let others = all?.compactMap { $0["additionalProperties"] as? [String: Any] }
        let inside = steps + [.key(key)]
        let step = isNamed ? Schema.step(key, path) : "*"
        let inner = keys(
          of: pair.value, isNamed ? known : others, path: path + step + ".", steps: inside)
        return (isNamed ? [(path + key, inside)] : []) + inner
      }
    }
  }

  /// The file without the key, or with another value for it.
  func text(replacing value: String?) -> String {
    text(with: value.map { YAMLNode(content: .scalar($0, isPlain: true), span: root.span) })
  }

  /// The file with another text.
  func text(saying text: String) -> String {
    self.text(with: YAMLNode(content: .scalar(text, isPlain: false), span: root.span))
  }

  private func text(with new: YAMLNode?) -> String {
    let changed = Self.changed(root, steps[...], to: new)
    var text = ""
    if case .mapping(let pairs) = changed.content {
      text = pairs.map { "\(YAMLWriter.flow($0.key)): \(YAMLWriter.flow($0.value))\n" }.joined()
    } else {
      text = YAMLWriter.flow(changed) + "\n"
    }
    return body.map { "---\n\(text)---\n\($0)" } ?? text
  }

  private static func changed(
    _ node: YAMLNode, _ steps: ArraySlice<Step>, to value: YAMLNode?
  ) -> YAMLNode {
    guard let step = steps.first else { return node }
    let rest = steps.dropFirst()
    switch (step, node.content) {
    case (.item(let index), .sequence(var items)):
      items[index] =
        rest.isEmpty ? value ?? items[index] : changed(items[index], rest, to: value)
      return YAMLNode(content: .sequence(items), span: node.span)
    case (.key(let key), .mapping(let pairs)):
      let new = pairs.compactMap { pair -> (key: YAMLNode, value: YAMLNode)? in
        if pair.key.text != key { return pair }
        if rest.isEmpty { return value.map { (pair.key, $0) } }
        return (pair.key, changed(pair.value, rest, to: value))
      }
      return YAMLNode(content: .mapping(new), span: node.span)
    default: return node
    }
  }
}
