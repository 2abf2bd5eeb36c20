import Markup

extension Specializer {
  /// Returns the pieces of a value, escaped for its position.
  func output(_ value: StagedValue, _ place: Place) throws -> [Piece] {
    try each(condensed(value, upTo: 32)) { value in
      switch value {
      case .known(let known):
        var bytes: [UInt8] = []
        Escaping.write(known.forced, for: place, into: &bytes)
        return try self.bytes(bytes)
      case .subject(let side, let base): return [.subject(side, [.output(base.expression, place)])]
      case .joined(let parts):
        switch place {
        case .link, .resource: return try address(parts[...], place, after: [])
        case .json:
          let quote = Piece.bytes([UInt8(ascii: "\"")])
          return try [quote] + parts.flatMap { try output($0, .jsonString) } + [quote]
        case .raw, .text, .plainElement, .attribute, .jsonString:
          return try parts.flatMap { try output($0, place) }
        }
      case .rendered(let template, let values):
        return try rendered(template, values, place)
      case .pairwise(let pair): return [.compute(pair, place, nil)]
      case .record, .list, .concatenated, .choice, .computed, .unknown: throw TooManyVariants()
      }
    }
  }

  /// Returns the pieces of a text that has its own template.
  private func rendered(
    _ template: Template, _ values: [StagedValue], _ place: Place
  ) throws -> [Piece] {
    if place == .link || place == .resource { throw TooManyVariants() }
    let inner = Specializer(
      values.map(evaluator.assumed).bySlot, subjectSlots: subjectSlots, limits: template.limits,
      place: place == .json ? .jsonString : place)
    let pieces = try inner.pieces(template.nodes)
    subjectSlots = inner.subjectSlots
    let quote: [Piece] = place == .json ? [.bytes([UInt8(ascii: "\"")])] : []
    return quote + pieces + quote
  }

  /// Escapes the bytes of a text's template for the position of the text.
  func escaped(_ bytes: [UInt8], for place: Place) -> [UInt8] {
    var output: [UInt8] = []
    Escaping.write(.text(String(decoding: bytes, as: UTF8.self)), for: place, into: &output)
    return output
  }

  /// Returns the pieces of an address in parts. The first part must be known, because it determines
  /// whether the address is safe; every other part is tested for being safe inside an address.
  private func address(
    _ parts: ArraySlice<StagedValue>, _ place: Place, after done: [Piece]
  ) throws -> [Piece] {
    let refused: [Piece] = [.bytes(Array("about:invalid".utf8))]
    guard let first = parts.first else { return done }
    let rest = parts.dropFirst()
    return try each(first) { part in
      switch part {
      case .known(let known):
        let text = known.plainText
        if text.isEmpty { return try address(rest, place, after: done) }
        if done.isEmpty {
          // A single slash may turn into the two slashes that lead to another host; only a link may
          // do that.
          let isLong = place == .link || text.utf8.count > 1
          let isDecided = text.utf8.contains { "/?#".utf8.contains($0) } && isLong
          guard isDecided else { throw TooManyVariants() }
          if !Escaping.isSafe(text, isResource: place == .resource) { return refused }
        } else if !hasOnlyAddressBytes(text) {
          return refused
        }
        return try address(
          rest, place, after: done + [.bytes(escaped(Array(text.utf8), for: .attribute))])
      case .subject(let side, let base):
        if done.isEmpty { throw TooManyVariants() }
        let test = TypedExpression(kind: .call(.isAddressPart, [base.expression]), type: .bool)
        let piece = Piece.subject(side, [.output(base.expression, .attribute)])
        return try choose(evaluator.test(side, test), 2) { isPart in
          isPart == 0 ? refused : try address(rest, place, after: done + [piece])
        }
      case .joined(let more): return try address(more + rest, place, after: done)
      default: throw TooManyVariants()
      }
    }
  }
}

extension Method {
  /// A method that tests whether a text is safe inside an address; templates cannot call it.
  static let isAddressPart = Method.method(
    "isAddressPart", "", "", type: { _ in .bool },
    { .bool(hasOnlyAddressBytes($0[0].plainText)) })
}
