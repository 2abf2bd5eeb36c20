import Diagnosing
import FoundationEssentials
import System
import TestSeeds

@testable import Templating

/// A page of two subjects, with a value of each binding time.
enum PairSample {
  static let entry = RecordType(
    "entry", identifiedBy: "label",
    [Member("label", .text, ""), Member("value", .optional(.number), "")])

  /// A record type without an identity, so that all members are compared.
  static let plain = RecordType(
    "plain", [Member("number", .number, ""), Member("word", .optional(.text), "")])

  static let subject = RecordType(
    "subject", identifiedBy: "name",
    [
      Member("name", .text, ""), Member("note", .optional(.text), ""), Member("flag", .bool, ""),
      Member("count", .number, ""), Member("markup", .html, ""), Member("url", .text, ""),
      Member("entries", .list(.record(entry)), ""), Member("words", .list(.text), ""),
      Member("best", .optional(.record(entry)), ""), Member("plain", .record(plain), ""),
    ])

  static let row = RecordType(
    "row", identifiedBy: "label",
    [
      Member("label", .text, ""), Member("help", .optional(.text), ""),
      Member("left", .record(entry), ""), Member("right", .record(entry), ""),
      Member("lead", .text, ""), Member("leader", .optional(.record(subject)), ""),
      Member("isTie", .bool, ""),
    ])

  static let pair = RecordType(
    "pair",
    [
      Member("title", .text, ""), Member("url", .text, ""), Member("score", .number, ""),
      Member("winner", .optional(.record(subject)), ""), Member("rows", .list(.record(row)), ""),
      Member("sentences", .list(.text), ""), Member("isGood", .bool, ""),
      Member("remarks", .list(.text), ""),
    ])

  static let schema = PageSchema(
    name: "pair",
    globals: [
      Member("left", .record(subject), ""), Member("right", .record(subject), ""),
      Member("pair", .record(pair), ""),
    ], site: [Member("site", .record(entry), "")])

  static let rowCount = 3
  /// The leads of three rows, the winner, the score, whether it is good, one of four sentences, and
  /// five remarks with so many outcomes in all that they cannot be listed.
  static let factCounts = [4, 4, 4, 3, 5, 2, 4] + Array(repeating: 4, count: 5)

  /// Returns the globals, staged as a renderer of pages would.
  static func staged() throws -> [StagedValue] { try stagedOnce.get() }

  private static let stagedOnce = Result { try makeStaged() }

  private static func makeStaged() throws -> [StagedValue] {
    let left = StagedValue.value(of: .left, at: 0, type: .record(subject))
    let right = StagedValue.value(of: .right, at: 0, type: .record(subject))
    let entries = Side.allCases.map {
      StagedValue.value(of: $0, at: 1, type: .list(.record(entry)))
    }
    let rows = (0..<rowCount).map { index in
      StagedValue.record(
        row,
        [
          "label": .text("Row <\(index)>"),
          "help": index == 1 ? .text("help & more") : .known(.none),
          "left": entries[0].element(index, type: .record(entry)),
          "right": entries[1].element(index, type: .record(entry)),
          "lead": .fact(index, ["none", "left", "right", "tie"].map { .text($0) }),
          "leader": .fact(index, [.known(.none), left, right, .known(.none)]),
          "isTie": .fact(index, [false, false, false, true].map { .bool($0) }),
        ])
    }
    var log = Diagnostics()
    let sentence = SourceFile(path: "sentence", text: #"\(left.name) <> \(right.note ?? "none")"#)
    let compiler = TemplateCompiler(
      sources: TemplateSources([:], phrases: Phrasebook([], into: &log)), functions: [],
      unsafeHTML: false)
    let sides = PageSchema(name: "s", globals: Array(schema.globals.prefix(2)), site: [])
    guard
      let template = compiler.compile(
        text: Located(sentence.span.text, at: sentence.span), schema: sides, into: &log)
    else { throw Invalid() }
    let texts: [StagedValue] = [
      .list([]), .list([.rendered(template, [left, right])]), .known(.list([.text("plain")])),
      .list([.rendered(template, [right, left]), .text("and")]),
    ]
    let remark: [StagedValue] = [
      .list([]), .list([]), .known(.list([])), .list([.rendered(template, [left, right])]),
    ]
    let values: [String: StagedValue] = [
      "title": .joined([left["name"], .text(" vs "), right["name"]]),
      "url": .joined([.text("/compare/"), left["url"], .text("-vs-"), right["name"], .text("/")]),
      "score": .fact(4, (0..<5).map { .known(.number(Decimal($0))) }),
      "winner": .fact(3, [.known(.none), left, right]), "rows": .list(rows),
      "sentences": .concatenated([.fact(6, texts), .known(.list([.text("last")]))]),
      "isGood": .fact(5, [.bool(false), .bool(true)]),
      "remarks": .concatenated((7..<12).map { .fact($0, remark) }),
    ]
    let site = Record(entry, ["label": .text("S & s"), "value": .number(3)])
    return [left, right, .record(pair, values), .known(.record(site))]
  }

  struct Invalid: Error {}

  /// Returns the values of one subject: its record, and its entries in the rows.
  static func values(_ name: String, _ random: inout SplitMix) -> [TemplateValue] {
    func entry(_ label: String) -> TemplateValue {
      let numbers = ["0", "1", "2", "3", "0.1", "0.2", "1.005", "-2.5", "0.000001", "999999.99"]
      let number = Decimal(string: random.pick(numbers)) ?? 0
      let value: TemplateValue = random.flip() ? .none : .number(number)
      return .record(Record(Self.entry, ["label": .text(label), "value": value]))
    }
    let texts = ["", "a", "<b>", "\"q\"", "x y", "it's", "ü\\"]
    let entries = (0..<rowCount).map { _ in entry(random.pick(texts)) }
    let record = Record(
      subject,
      [
        "name": .text(name), "note": random.flip() ? .none : .text(random.pick(texts)),
        "flag": .bool(random.flip()), "count": .number(Decimal(random.below(3))),
        "markup": .html("<i>\(random.below(3))</i>"),
        "url": .text(random.pick(["x", "a b", "javascript:1", "http://e.org", "//e"])),
        "entries": .list((0..<random.below(3)).map { _ in entry(random.pick(texts)) }),
        "words": .list((0..<random.below(3)).map { _ in .text(random.pick(texts)) }),
        "best": random.flip() ? .none : entry("best"),
        "plain": .record(
          Record(
            plain,
            [
              "number": .number(Decimal(random.below(2))),
              "word": random.flip() ? .none : .text("w"),
            ])),
      ])
    return [.record(record), .list(entries)]
  }

  private static let phrases = {
    var log = Diagnostics()
    let span = SourceFile(path: "strings.yaml", text: "").span
    func entry(_ key: String, _ text: String, one: String? = nil) -> StringEntry {
      let at = { (text: String) in Located(text, at: SourceFile(path: "s", text: text).span) }
      return StringEntry(key: Located(key, at: span), text: at(text), one: one.map(at))
    }
    return Phrasebook(
      [
        entry("winner", "Winner"), entry("leads", #"\(name) leads & wins"#),
        entry("points", #"\(count) points for \(name)"#, one: #"\(name): \(count) point"#),
      ], into: &log)
  }()

  static func compile(_ text: String, limits: RenderingLimits = .page) -> Template? {
    var log = Diagnostics()
    let files = [
      "page.html": SourceFile(path: "page.html", text: text),
      "part.html": SourceFile(path: "part.html", text: #"<b>\(it.name)\(if it.flag)!\(end)</b>"#),
      "may.html": SourceFile(
        path: "may.html",
        text: #"\(default word = "w")\(if let word)[\(word)]\(else)-\(end)\(word ?? "none")"#),
    ]
    let compiler = TemplateCompiler(
      sources: TemplateSources(files, phrases: phrases), functions: [], unsafeHTML: false,
      limits: limits)
    let origin = SourceFile(path: "templates", bytes: []).start
    return compiler.compile("page.html", schema: schema, from: origin, into: &log)
  }
}
