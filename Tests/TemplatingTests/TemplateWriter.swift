import TestSeeds

/// Writes random templates that use what `PairSample` offers, most of which are valid.
struct TemplateWriter {
  private var dice: SplitMix
  private var names = 0

  init(seed: UInt64) { dice = SplitMix(seed: seed) }

  private typealias Scope = [(name: String, kind: Kind)]

  private enum Kind: Equatable { case text, number, bool, html, subject, entry, row }

  mutating func template() -> String { nodes(3, [("left", .subject), ("right", .subject)]) }

  private mutating func newName() -> String {
    names += 1
    return "v\(names)"
  }

  private mutating func nodes(_ depth: Int, _ scope: Scope) -> String {
    var scope = scope
    var text = ""
    for _ in 0...dice.below(4) { text += node(depth, &scope) }
    return text
  }

  private mutating func node(_ depth: Int, _ scope: inout Scope) -> String {
    if depth == 0 || dice.below(3) == 0 { return leaf(scope) }
    switch dice.below(16) {
    case 13:
      return "\\(if \(across()))\(nodes(depth - 1, scope))\\(else)\(nodes(depth - 1, scope))\\(end)"
    case 14: return zipped(depth, scope)
    case 15:
      let name = newName()
      let list = "(left.words + right.words + [\(text(1, scope))])"
      return
        "\\(for \(name) in \(list).reversed())\(nodes(depth - 1, scope + [(name, .text)]))\\(end)"
    case 9:
      let name = newName()
      let (list, kind) = list(scope)
      let inner = scope + [(name, kind)]
      return "\\(for \(name) in \(list) where \(bool(1, inner)))\(nodes(depth - 1, inner))\\(end)"
    case 10:
      let name = newName()
      return
        "\\(for \(name) in 0..<\(number(1, scope)))\(nodes(depth - 1, scope + [(name, .number)]))"
        + "\\(end)"
    case 11:
      let flag = bool(1, scope)
      return
        "<p\\(if \(flag)) hidden\\(end) class=\"a\\(if \(flag)) \\(\(text(1, scope)))\\(end)\">"
    case 12:
      let value = dice.flip() ? "nil" : dice.flip() ? "\(subject(scope)).note" : text(1, scope)
      return dice.flip()
        ? "\\(include \"may\")" : "\\(include \"may\", word: \(value))"
    case 0, 1: return "\\(if \(bool(2, scope)))\(nodes(depth - 1, scope))\\(end)"
    case 2:
      return "\\(if \(bool(2, scope)))\(nodes(depth - 1, scope))\\(else if \(bool(1, scope)))"
        + "\(nodes(depth - 1, scope))\\(else)\(nodes(depth - 1, scope))\\(end)"
    case 3:
      let name = newName()
      let (value, kind) = optional(scope)
      let more = dice.below(3) == 0 ? ", \(bool(1, scope + [(name, kind)]))" : ""
      return "\\(if let \(name) = \(value)\(more))\(nodes(depth - 1, scope + [(name, kind)]))"
        + "\\(else)\(nodes(depth - 1, scope))\\(end)"
    case 4, 5:
      let name = newName()
      let (list, kind) = list(scope)
      let inner = scope + [(name, kind)]
      if dice.below(3) == 0 {
        let position = newName()
        return "\\(for (\(position), \(name)) in \(list).enumerated())"
          + "\(nodes(depth - 1, inner + [(position, .number)]))\\(end)"
      }
      let otherwise = dice.flip() ? "\\(else)\(nodes(depth - 1, scope))" : ""
      return "\\(for \(name) in \(list))\(nodes(depth - 1, inner))\(otherwise)\\(end)"
    case 6:
      let name = newName()
      let text = text(2, scope)
      scope.append((name, .text))
      return "\\(let \(name) = \(text))"
    case 7: return "\\(include \"part\", it: \(subject(scope)))"
    default: return leaf(scope)
    }
  }

  /// A condition on values of both subjects.
  private mutating func across() -> String {
    let order = dice.pick(["<", "<=", ">", ">=", "==", "!="])
    let equal = dice.pick(["==", "!="])
    return dice.pick([
      "left.count \(order) right.count", "left.words.count \(order) right.words.count",
      "left.note \(equal) right.note", "left.name \(order) right.name",
      "pair.score \(order) left.count", "pair.url \(equal) \"/compare/x\"",
      "pair.rows[0]?.left.value \(equal) pair.rows[0]?.right.value",
      "left.words.contains(right.words.first ?? \"\")",
      "left.count + right.count \(order) pair.score", "left.plain \(equal) right.plain",
    ])
  }

  /// A loop over a list of one subject beside that of the other.
  private mutating func zipped(_ depth: Int, _ scope: Scope) -> String {
    let (position, name, other) = (newName(), newName(), newName())
    let inner = scope + [(name, .text), (position, .number)]
    return "\\(for (\(position), \(name)) in left.words.enumerated())"
      + "\\(if let \(other) = right.words[\(position)])\\(\(other))\(leaf(inner + [(other, .text)]))"
      + "\\(else)\(leaf(inner))\\(end)\\(end)"
  }

  private mutating func leaf(_ scope: Scope) -> String {
    switch dice.below(16) {
    case 13:
      return dice.pick([
        "\\(left.count + right.count)", "\\(left.count - right.count)",
        "\\(max(left.count, right.count, pair.score))",
        "\\(pair.score + pair.rows.count * left.count)",
      ])
    case 14: return "\\([left.name, right.name].joined(separator: \" & \"))"
    case 15: return "<b title=\"\\((left.words + right.words).joined(separator: \", \"))\">x</b>"
    case 8: return "<a href=\"/\\(\(text(1, scope)))/\\(\(text(0, scope)))\">x</a>"
    case 9: return "<img src=\"/\\(\(subject(scope)).name)-\\(\(text(0, scope)))\">"
    case 10: return "<a href=\"\\(\(text(1, scope))):\\(\(text(0, scope)))#x\">x</a>"
    case 11: return "<p style=\"width: \\(\(number(1, scope)))%\">x</p>"
    case 12:
      let url = "\(subject(scope)).url"
      return "<a href=\"\\(if \(bool(1, scope)))\\(\(url))\\(else)/x\\(end)\">x</a>"
    case 0: return "<p>text</p>"
    case 1: return "\\(\(number(2, scope)))"
    case 2: return "<a href=\"\\(\(text(1, scope)))\">x</a>"
    case 3: return "<a href=\"\\(pair.url)\" title='\\(\(text(2, scope)))'>x</a>"
    case 4: return "\\(\(subject(scope)).markup)"
    case 5:
      return
        "<script type=\"application/ld+json\">[\\(\(text(1, scope))),\"\\(pair.title)\"]</script>"
    case 6: return "\\(strings.points(count: \(number(1, scope)), name: \(text(1, scope))))"
    default: return "\\(\(text(2, scope)))"
    }
  }

  private func known(_ kind: Kind, _ scope: Scope) -> [String] {
    scope.filter { $0.kind == kind }.map(\.name)
  }

  private mutating func subject(_ scope: Scope) -> String {
    let names = known(.subject, scope)
    return dice.below(6) == 0 ? "(pair.winner ?? left)" : dice.pick(names)
  }

  private mutating func entry(_ scope: Scope) -> String {
    let names =
      known(.entry, scope) + known(.row, scope).flatMap { ["\($0).left", "\($0).right"] } + ["site"]
    return dice.pick(names)
  }

  private mutating func optional(_ scope: Scope) -> (String, Kind) {
    let rows = known(.row, scope)
    switch dice.below(5) {
    case 0: return ("\(subject(scope)).note", .text)
    case 1: return ("\(subject(scope)).best", .entry)
    case 2: return ("\(entry(scope)).value", .number)
    case 3 where !rows.isEmpty: return ("\(dice.pick(rows)).leader", .subject)
    default: return ("pair.winner", .subject)
    }
  }

  private mutating func list(_ scope: Scope) -> (String, Kind) {
    switch dice.below(8) {
    case 6: ("(\(subject(scope)).words + [\(text(1, scope)),])", .text)
    case 7: ("(pair.sentences + \(subject(scope)).words)", .text)
    case 0: ("pair.rows", .row)
    // Remarks are fewer: much of what may be asked of them needs all values of a page.
    case 1: (dice.below(4) > 0 ? "pair.sentences" : "pair.remarks", .text)
    case 2: ("\(subject(scope)).entries", .entry)
    case 3: ("[left, right]", .subject)
    case 4: ("pair.rows.prefix(2)", .row)
    default: ("\(subject(scope)).words", .text)
    }
  }

  private mutating func text(_ depth: Int, _ scope: Scope) -> String {
    let rows = known(.row, scope)
    switch dice.below(depth == 0 ? 4 : 13) {
    case 10: return "(\(subject(scope)).words.first?.uppercased() ?? \(text(depth - 1, scope)))"
    case 11: return "(pair.winner?.best?.label ?? \(text(depth - 1, scope)))"
    case 12: return "(\(subject(scope)).best?.label.lowercased() ?? \(text(depth - 1, scope)))"
    case 0: return "\"lit & eral\""
    case 1: return "\(subject(scope)).name"
    case 2: return dice.pick(known(.text, scope) + ["pair.title"])
    case 3:
      return rows.isEmpty ? "site.label" : "\(dice.pick(rows)).\(dice.pick(["label", "lead"]))"
    case 4:
      return "(\(bool(depth - 1, scope)) ? \(text(depth - 1, scope)) : \(text(depth - 1, scope)))"
    case 5: return "(\(subject(scope)).note ?? \(text(depth - 1, scope)))"
    case 6: return "(\(text(depth - 1, scope)) + \(text(depth - 1, scope)))"
    case 7: return "strings.leads(name: \(text(depth - 1, scope)))"
    case 8: return "\"in \\(\(text(depth - 1, scope))) out\""
    default: return "\(entry(scope)).label"
    }
  }

  private mutating func number(_ depth: Int, _ scope: Scope) -> String {
    switch dice.below(depth == 0 ? 4 : 13) {
    case 12:
      let difference = "\(number(depth - 1, scope)) - \(number(depth - 1, scope))"
      return "(\(difference)).rounded(to: \(dice.below(4)))"
    case 7: return "(\(number(depth - 1, scope)) % 3)"
    case 8: return "\(dice.pick(["min", "max"]))(\(number(depth - 1, scope)), \(number(0, scope)))"
    case 9: return "(\(subject(scope)).note?.count ?? \(number(depth - 1, scope)))"
    case 10: return "(\(number(depth - 1, scope)) / 3).rounded(to: 1)"
    case 11: return "(\(subject(scope)).entries.last?.value ?? \(number(depth - 1, scope)))"
    case 0: return "\(dice.below(4))"
    case 1: return "\(subject(scope)).count"
    case 2: return "pair.score"
    case 3:
      let counts = ["pair.sentences.count", "pair.remarks.count", "pair.rows.count"]
      return dice.pick(known(.number, scope) + counts)
    case 4: return "(\(number(depth - 1, scope)) + \(number(depth - 1, scope)))"
    case 5: return "\(subject(scope)).words.count"
    default: return "(\(entry(scope)).value ?? \(number(depth - 1, scope)))"
    }
  }

  private mutating func bool(_ depth: Int, _ scope: Scope) -> String {
    let rows = known(.row, scope)
    switch dice.below(depth == 0 ? 4 : 14) {
    case 10: return "\(subject(scope)).words == \(subject(scope)).words"
    case 11: return "(\(subject(scope)).note?.isEmpty ?? \(bool(depth - 1, scope)))"
    case 12: return "\(subject(scope)).markup == \(subject(scope)).markup"
    case 13: return "\(subject(scope)).plain == \(subject(scope)).plain"
    case 0: return "\(subject(scope)).flag"
    case 1: return "pair.isGood"
    case 2: return "\(subject(scope)) == \(subject(scope))"
    case 3: return rows.isEmpty ? "pair.winner == nil" : "\(dice.pick(rows)).isTie"
    case 4: return "(\(bool(depth - 1, scope)) && \(bool(depth - 1, scope)))"
    case 5: return "(\(bool(depth - 1, scope)) || !\(subject(scope)).flag)"
    case 6: return "\(number(depth - 1, scope)) < \(number(depth - 1, scope))"
    case 7: return "\(text(depth - 1, scope)) == \(text(depth - 1, scope))"
    case 8: return "\(subject(scope)) == pair.winner"
    default: return "\(list(scope).0).isEmpty"
    }
  }
}
