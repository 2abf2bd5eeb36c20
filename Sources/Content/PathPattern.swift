import System

/// An address with placeholders, such as `/compare/\(left)-vs-\(right)/`.
package struct PathPattern: Sendable {
  package enum Part: Sendable, Hashable {
    case literal(String)
    case placeholder(String)
  }

  /// The folder of the preview's own files. A page with an address in this folder would be hidden.
  package static let reservedFolder = "_versus"

  package let parts: [Part]

  /// Returns the address with its placeholders filled. Every placeholder must have a value.
  package func path(_ values: [String: String]) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .placeholder(let name): values[name] ?? ""
      }
    }.joined()
  }

  package init(parts: [Part]) {
    self.parts = parts
  }

  /// Returns nil when a placeholder is not closed.
  package init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.range(of: #"\("#) {
      guard let close = rest[open.upperBound...].firstIndex(of: ")") else { return nil }
      if open.lowerBound > rest.startIndex {
        parts.append(.literal(String(rest[..<open.lowerBound])))
      }
      let name = rest[open.upperBound..<close].split(separator: " ").joined(separator: " ")
      parts.append(.placeholder(name))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    self.parts = parts
  }

  /// The names of the placeholders, in order.
  package var placeholders: [String] {
    parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }
}
