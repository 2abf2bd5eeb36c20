import Markup

/// A text of which some parts are known, such as the address of a comparison.
struct TextPattern {
  /// The known parts; between two of them anything may stand.
  private let literals: [[UInt8]]

  /// Nil for a value that is not put together from parts.
  init?(_ value: StagedValue) {
    guard case .joined(let parts) = value else { return nil }
    var literals: [[UInt8]] = [[]]
    Self.add(parts, to: &literals)
    self.literals = literals
  }

  private static func add(_ parts: [StagedValue], to literals: inout [[UInt8]]) {
    for part in parts {
      if let known = part.plain {
        literals[literals.count - 1] += Array(known.plainText.utf8)
      } else if case .joined(let inner) = part {
        add(inner, to: &literals)
      } else {
        literals.append([])
      }
    }
  }

  /// Whether it can be a text that is known; true for all that is not known.
  func mayEqual(_ other: StagedValue) -> Bool {
    guard case .text(let text)? = other.plain, let first = literals.first, let last = literals.last
    else { return true }
    var rest = Array(text.utf8)[...]
    if literals.count == 1 { return rest.elementsEqual(first) }
    guard rest.count >= first.count + last.count, rest.starts(with: first),
      rest.suffix(last.count).elementsEqual(last)
    else { return false }
    rest = rest.dropFirst(first.count).dropLast(last.count)
    for literal in literals.dropFirst().dropLast() where !literal.isEmpty {
      guard let end = rest.end(of: literal) else { return false }
      rest = rest[end...]
    }
    return true
  }
}

extension ArraySlice<UInt8> {
  /// Where the first occurrence of other bytes ends.
  fileprivate func end(of part: [UInt8]) -> Int? {
    guard count >= part.count else { return nil }
    return (startIndex...(endIndex - part.count)).first { self[$0...].starts(with: part) }
      .map { $0 + part.count }
  }
}
