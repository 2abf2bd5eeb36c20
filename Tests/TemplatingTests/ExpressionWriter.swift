import TestSeeds

/// Writes random expressions of every form and type, in Swift and in the template language. The
/// texts are equal, except for type annotations that spare Swift a search.
struct ExpressionWriter {
  /// An expression in both languages.
  struct Written {
    let swift: String
    let template: String

    init(_ text: String) { (swift, template) = (text, text) }

    init(_ parts: [Written]) {
      swift = parts.map(\.swift).joined()
      template = parts.map(\.template).joined()
    }

    /// Returns the expression in parentheses, with a type in Swift.
    func typed(_ type: String) -> Written { Written("((\(swift)) as \(type))", "(\(template))") }

    /// The expression in a form that can be followed by a member.
    var closed: Written { template.contains("?") ? Written("(\(swift))", "(\(template))") : self }

    init(_ swift: String, _ template: String) { (self.swift, self.template) = (swift, template) }
  }

  private var dice: SplitMix

  init(seed: UInt64) { dice = SplitMix(seed: seed) }

  /// Returns a page, and a closure that returns what the page shows.
  mutating func page() -> (swift: String, template: String) {
    switch dice.below(6) {
    case 0, 1:
      let value = text(3)
      return ("{ \(value.swift) }", "\\(\(value.template))")
    case 2:
      let value = number(3)
      return ("{ \"\\(\(value.swift))\" }", "\\(\(value.template))")
    case 3: return branch()
    case 4: return binding()
    default: return loop()
    }
  }

  private mutating func branch() -> (swift: String, template: String) {
    let (test, other) = (bool(3), bool(2))
    return (
      "{ if \(test.swift) { \"1\" } else if \(other.swift) { \"2\" } else { \"3\" } }",
      "\\(if \(test.template))1\\(else if \(other.template))2\\(else)3\\(end)"
    )
  }

  private mutating func binding() -> (swift: String, template: String) {
    let value: Written
    switch dice.below(4) {
    case 0: value = optionalText(2)
    case 1: value = optionalNumber(2)
    case 2: value = Written([optionalItem(2).closed, Written("?.name")])
    default:
      // `if let x` is short for `if let x = x`.
      let name = dice.pick(["noText", "someText", "noNumber", "someNumber"])
      return (
        "{ if let \(name) { \"\\(\(name))\" } else { \"-\" } }",
        "\\(if let \(name))\\(\(name))\\(else)-\\(end)"
      )
    }
    let test = bool(1)
    return (
      "{ if let x = \(value.swift), \(test.swift) { \"<\\(x)>\" } else { \"-\" } }",
      "\\(if let x = \(value.template), \(test.template))<\\(x)>\\(else)-\\(end)"
    )
  }

  private mutating func loop() -> (swift: String, template: String) {
    let isText = dice.flip()
    let list = isText ? texts(2) : numbers(2)
    let filter = isText ? "!x.isEmpty" : "x % 2 == 1"
    switch dice.below(4) {
    case 0:
      return (
        "{ var r = \"\"; for x in \(list.swift) { r += \"\\(x),\" }; return r }",
        "\\(for x in \(list.template))\\(x),\\(end)"
      )
    case 1:
      return (
        "{ var r = \"\"; for x in \(list.swift) where \(filter) { r += \"\\(x),\" }; return r }",
        "\\(for x in \(list.template) where \(filter))\\(x),\\(end)"
      )
    case 2:
      return (
        "{ var r = \"\"; for (i, x) in \(list.swift).enumerated() { r += \"\\(i)\\(x),\" }; return r }",
        "\\(for (i, x) in \(list.template).enumerated())\\(i)\\(x),\\(end)"
      )
    default:
      let end = dice.below(6)
      return (
        "{ var r = \"\"; for i in 0..<\(end) { r += \"\\(i)\" }; return r }",
        "\\(for i in 0..<\(end))\\(i)\\(end)"
      )
    }
  }

  // MARK: Values

  private mutating func text(_ depth: Int) -> Written {
    if depth == 0 {
      return Written(dice.pick(["name", "empty", "item.name", "\"lit\"", "\"\\u{e9}t\\u{e9}\""]))
    }
    switch dice.below(11) {
    case 0: return text(0)
    case 1: return Written([text(depth - 1), Written(" + "), text(0)]).typed("String")
    case 2:
      return Written([optionalText(depth - 1), Written(" ?? "), text(depth - 1)]).typed("String")
    case 3:
      return Written([
        bool(depth - 1), Written(" ? "), text(depth - 1), Written(" : "), text(depth - 1),
      ]).typed("String")
    case 4:
      return Written([text(depth - 1), Written(dice.pick([".uppercased()", ".lowercased()"]))])
    case 5: return interpolation(depth)
    case 6:
      return Written([texts(depth - 1), Written(".joined(separator: "), text(0), Written(")")])
    case 7: return Written([item(depth - 1), Written(".name")])
    case 8:
      return Written([
        optionalText(depth - 1), Written(" ?? "), optionalText(0), Written(" ?? "), text(0),
      ]).typed("String")
    case 9:
      return Written([optionalItem(depth - 1).closed, Written("?.note?.uppercased() ?? "), text(0)])
        .typed("String")
    default: return text(depth - 1)
    }
  }

  /// Returns a string with interpolations. Nested strings need no special delimiters in either
  /// language.
  private mutating func interpolation(_ depth: Int) -> Written {
    Written([
      Written("\"a\\("), text(depth - 1), Written(") \\("), number(depth - 1), Written(")b\""),
    ])
  }

  private mutating func optionalText(_ depth: Int) -> Written {
    if depth == 0 {
      return Written(dice.pick(["noText", "someText", "item.note", "noItem?.name"]))
    }
    switch dice.below(7) {
    case 0: return Written([optionalItem(depth - 1).closed, Written("?.name")])
    case 1: return Written([optionalItem(depth - 1).closed, Written("?.note")])
    case 2: return Written([texts(depth - 1), Written(dice.pick([".first", ".last"]))])
    case 3: return Written([optionalText(0).closed, Written("?.uppercased()")])
    case 4:
      return Written([
        bool(depth - 1), Written(" ? "), text(depth - 1), Written(" : nil"),
      ]).typed("String?")
    case 5:
      return Written([optionalText(depth - 1), Written(" ?? "), optionalText(0)]).typed("String?")
    default: return optionalText(0)
    }
  }

  private mutating func number(_ depth: Int) -> Written {
    if depth == 0 { return Written(dice.pick(["seven", "two", "item.size", "3", "0", "(-1)"])) }
    switch dice.below(11) {
    case 0: return number(0)
    case 1, 2: return flat(depth)
    case 3:
      return Written([optionalNumber(depth - 1), Written(" ?? "), number(depth - 1)]).typed("Int")
    case 4: return Written([texts(depth - 1), Written(".count")])
    case 5: return Written([text(depth - 1), Written(".count")])
    case 6:
      return Written([
        bool(depth - 1), Written(" ? "), number(depth - 1), Written(" : "), number(depth - 1),
      ]).typed("Int")
    case 7:
      return Written([
        Written(dice.pick(["min(", "max("])), number(depth - 1), Written(", "), number(0),
        Written(")"),
      ])
    case 8: return Written([Written("-"), number(0)]).typed("Int")
    case 9: return Written([number(depth - 1), Written(" % 3")]).typed("Int")
    default:
      return Written([optionalText(depth - 1).closed, Written("?.count ?? "), number(0)]).typed(
        "Int")
    }
  }

  /// Returns operators without parentheses, which associate as in Swift.
  private mutating func flat(_ depth: Int) -> Written {
    var parts = [number(depth - 1)]
    for _ in 0...dice.below(3) {
      parts += [Written(dice.pick([" + ", " - ", " * "])), number(0)]
    }
    if dice.below(4) == 0 { parts = [Written("noNumber ?? ")] + parts }
    return Written(parts).typed("Int")
  }

  private mutating func optionalNumber(_ depth: Int) -> Written {
    if depth == 0 { return Written(dice.pick(["noNumber", "someNumber", "noItem?.size"])) }
    switch dice.below(6) {
    case 0: return Written([optionalItem(depth - 1).closed, Written("?.size")])
    case 1: return Written([optionalText(depth - 1).closed, Written("?.count")])
    case 2: return Written([numbers(depth - 1), Written(dice.pick([".first", ".last"]))])
    case 3: return Written([optionalItem(depth - 1).closed, Written("?.name.count")])
    case 4: return Written([optionalItem(depth - 1).closed, Written("?.tags.first?.count")])
    default: return optionalNumber(0)
    }
  }

  private mutating func bool(_ depth: Int) -> Written {
    if depth == 0 { return Written(dice.pick(["yes", "no", "true", "!no", "item == other"])) }
    let compare = Written(dice.pick([" == ", " != ", " < ", " <= ", " > ", " >= "]))
    let equal = Written(dice.pick([" == ", " != "]))
    switch dice.below(16) {
    case 0: return bool(0)
    case 1:
      return Written([
        bool(0), Written(dice.pick([" && ", " || "])), bool(0),
        Written(dice.pick([" && ", " || "])), bool(depth - 1),
      ]).typed("Bool")
    case 2: return Written([number(depth - 1), compare, number(depth - 1)]).typed("Bool")
    case 3: return Written([text(depth - 1), compare, text(depth - 1)]).typed("Bool")
    case 4: return Written([optionalText(depth - 1), equal, Written("nil")]).typed("Bool")
    case 5: return Written([optionalText(depth - 1), equal, optionalText(0)]).typed("Bool")
    case 6: return Written([optionalNumber(depth - 1), equal, number(depth - 1)]).typed("Bool")
    case 7: return Written([optionalItem(depth - 1), equal, item(0)]).typed("Bool")
    case 8: return Written([texts(depth - 1), equal, texts(depth - 1)]).typed("Bool")
    case 9: return Written([texts(depth - 1), Written(".contains("), text(0), Written(")")])
    case 10: return Written([text(depth - 1), Written(".contains("), text(0), Written(")")])
    case 11: return Written([text(depth - 1), Written(".isEmpty")])
    case 12:
      return Written([
        optionalText(depth - 1).closed, Written("?.isEmpty ?? "), bool(0).typed("Bool"),
      ]).typed(
        "Bool")
    case 13:
      return Written([
        text(0), Written(dice.pick([".hasPrefix(", ".hasSuffix("])), text(0), Written(")"),
      ])
    case 14:
      return Written([optionalItem(depth - 1).closed, Written("?.note == nil")]).typed("Bool")
    default: return Written([Written("!"), bool(depth - 1).typed("Bool")])
    }
  }

  private mutating func item(_ depth: Int) -> Written {
    if depth == 0 { return Written(dice.pick(["item", "other"])) }
    return dice.flip()
      ? item(0) : Written([optionalItem(depth - 1), Written(" ?? "), item(0)]).typed("Item")
  }

  private mutating func optionalItem(_ depth: Int) -> Written {
    if depth == 0 { return Written(dice.pick(["noItem", "someItem"])) }
    switch dice.below(4) {
    case 0: return Written(dice.pick(["items.first", "items.last", "noItems.first"]))
    case 1: return Written([Written("items.dropFirst("), number(0).positive, Written(").first")])
    case 2: return Written([Written("items.reversed().first")])
    default: return optionalItem(0)
    }
  }

  private mutating func texts(_ depth: Int) -> Written {
    if depth == 0 { return Written(dice.pick(["words", "noWords", "item.tags"])) }
    switch dice.below(6) {
    case 0: return Written([texts(depth - 1), Written(" + "), texts(0)]).typed("[String]")
    case 1:
      return Written([Written("["), text(depth - 1), Written(", "), text(0), Written(",]")])
        .typed("[String]")
    case 2: return Written([texts(0), Written(".reversed()")]).typed("[String]")
    case 3: return Written([texts(0), Written(".prefix(2)")]).typed("[String]")
    case 4: return Written([texts(0), Written(".dropFirst(1)")]).typed("[String]")
    default: return texts(0)
    }
  }

  private mutating func numbers(_ depth: Int) -> Written {
    if depth == 0 { return Written("counts") }
    switch dice.below(3) {
    case 0:
      return Written([Written("["), number(depth - 1), Written(", "), number(0), Written("]")])
        .typed("[Int]")
    case 1: return Written([numbers(depth - 1), Written(" + counts")]).typed("[Int]")
    default: return Written("counts")
    }
  }
}

extension ExpressionWriter.Written {
  /// A non-negative form: Swift traps for a negative count, and templates refuse a literal one.
  fileprivate var positive: ExpressionWriter.Written {
    template == "(-1)" ? ExpressionWriter.Written("1") : self
  }
}
