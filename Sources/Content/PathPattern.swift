import System

/// An address with placeholders, such as `/compare/\(left)-vs-\(right)/`.
package struct PathPattern: Sendable {
  package enum Part: Sendable, Hashable {
    case literal(String)
    case placeholder(String)
  }

  /// Where the preview has files of its own, which hide a page of that address.
  package static let reservedFolder = "_versus"

  package let parts: [Part]

  /// The address with its placeholders filled. Every placeholder must have a value.
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

  /// Nil when a placeholder is not closed.
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
