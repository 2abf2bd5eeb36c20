import Diagnosing
import FoundationEssentials
import Markup
import Reading
import System
import Templating

/// Reads `theme.yaml`, in which a theme keeps what its publisher may choose: colors, switches and
/// words.
///
/// The file is its own schema: a template knows the names that stand in it, with the types of their
/// values.
enum ThemeSettings {
  static func read(_ file: SourceFile?, into log: inout Diagnostics) -> TemplateSettings {
    guard let file, let root = file.yaml(into: &log) else { return .none }
    let settings = record("theme", root, into: &log)
    return TemplateSettings(settings, values: values(of: root, below: ""))
  }

  private static func values(of node: YAMLNode, below path: String) -> [Located<String>] {
    guard case .mapping = node.content else { return [] }
    var ignored = Diagnostics()
    return node.entries("theme", into: &ignored).flatMap { key, value -> [Located<String>] in
      let inner = values(of: value, below: path + key.value + ".")
      return inner.isEmpty ? [Located(path + key.value, at: key.span)] : inner
    }
  }

  private static func record(
    _ name: String, _ node: YAMLNode, into log: inout Diagnostics
  ) -> Setting? {
    var members: [Member] = []
    var values: [String: TemplateValue] = [:]
    for (key, node) in node.entries(name, into: &log) {
      guard isName(key.value) else {
        log.report(
          .invalidValue(
            "the name of a setting", key.value,
            expected: "letters and digits, so that a template can write 'theme.\(example)'",
            at: key.span))
        continue
      }
      guard let setting = setting(key.value, node, into: &log) else { continue }
      members.append(Member(key.value, setting.type, "A setting of the theme."))
      values[key.value] = setting.value
    }
    let type = RecordType(name, members)
    return Setting(value: .record(Record(type, byName: values)), type: .record(type))
  }

  private static let example = "accentColor"

  /// A name that an expression can ask for.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= UInt8(ascii: "A") else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  private static func setting(
    _ name: String, _ node: YAMLNode, into log: inout Diagnostics
  ) -> Setting? {
    switch node.content {
    case .mapping: return record(name, node, into: &log)
    case .sequence(let items): return list(name, items, into: &log)
    case .scalar(let text, isPlain: false): return Setting(value: .text(text), type: .text)
    case .scalar(let text, isPlain: true):
      if node.isNull {
        log.report(.wrongType(name, expected: "a value; write \"\" for no text", at: node.span))
        // A template that reads it is not wrong, too.
        return Setting(value: .text(""), type: .text)
      }
      if text == "true" || text == "false" {
        return Setting(value: .bool(text == "true"), type: .bool)
      }
      if let number = Decimal(written: text) {
        return Setting(value: .number(number), type: .number)
      }
      return Setting(value: .text(text), type: .text)
    }
  }

  private static func list(
    _ name: String, _ nodes: [YAMLNode], into log: inout Diagnostics
  ) -> Setting? {
    var values: [TemplateValue] = []
    var type: TemplateType?
    for node in nodes {
      if case .mapping = node.content {
        log.report(.wrongType("an item of \(name)", expected: "a text or a number", at: node.span))
        continue
      }
      guard let item = setting("an item of \(name)", node, into: &log) else { continue }
      if let type, type != item.type {
        log.report(
          .wrongType(
            "an item of \(name)", expected: "\(type.name), like the first one", at: node.span))
        continue
      }
      type = item.type
      values.append(item.value)
    }
    return Setting(value: .list(values), type: .list(type ?? .text))
  }
}

/// A value of the file with its type.
private typealias Setting = TemplateSettings.Setting
