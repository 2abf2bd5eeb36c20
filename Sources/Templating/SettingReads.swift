import Diagnosing

/// The settings that templates read, as paths such as `bars.kinds`.
struct SettingReads {
  /// What is read whole; empty for all settings.
  private var whole: Set<String> = []
  /// The paths that lead to what is read.
  private var prefixes: Set<String> = []

  mutating func add(_ nodes: [Node]) {
    for node in nodes {
      for expression in node.expressions { add(expression) }
      for part in node.parts { add(part) }
    }
  }

  private mutating func add(_ expression: Expression) {
    guard let path = expression.settingPath else {
      for child in expression.children { add(child) }
      return
    }
    whole.insert(path.joined(separator: "."))
    for count in path.indices { prefixes.insert(path[...count].joined(separator: ".")) }
  }

  func contain(_ path: String) -> Bool {
    let parts = path.split(separator: ".")
    return prefixes.contains(path)
      || (0...parts.count).contains { whole.contains(parts[..<$0].joined(separator: ".")) }
  }
}

extension Expression {
  /// The names behind `theme`; nil for any other expression.
  fileprivate var settingPath: [String]? {
    switch kind {
    case .name("theme"): []
    case .member(let base, let name, _): base.settingPath.map { $0 + [name.value] }
    default: nil
    }
  }
}
