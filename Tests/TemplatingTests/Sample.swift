import Diagnosing
import FoundationEssentials
import Templating

/// A schema with a value of each type, and templates to include.
enum Sample {
  static let item = RecordType(
    "item", identifiedBy: "name",
    [Member("name", .text, "A name."), Member("size", .number, "A size.")])

  /// A record without an identity: all members are compared.
  static let plain = RecordType("plain", [Member("a", .number, ""), Member("b", .text, "")])

  static let schema = PageSchema(
    name: "sample",
    globals: [
      Member("title", .text, "A text."), Member("number", .number, "A number."),
      Member("flag", .bool, "A truth value."), Member("markup", .html, "HTML."),
      Member("maybe", .optional(.text), "A text that may be nil."),
      Member("item", .record(item), "A record."),
      Member("maybeItem", .optional(.record(item)), "A record that may be nil."),
      Member("items", .list(.record(item)), "Records."), Member("names", .list(.text), "Texts."),
      Member("plain", .record(plain), ""), Member("other", .record(plain), ""),
    ],
    site: [Member("site", .text, "Visible everywhere.")])

  static func record(_ name: String, _ size: Int) -> TemplateValue {
    .record(Record(item, ["name": .text(name), "size": .number(Decimal(size))]))
  }

  static func values(title: String = "T<1>", maybe: String? = nil, markup: String = "<b>m</b>")
    -> [TemplateValue]
  {
    [
      .text(title), .number(1234), .bool(true), .html(markup), maybe.map { .text($0) } ?? .none,
      record("a", 2), .none, .list([record("b", 1), record("a", 2)]),
      .list([.text("x"), .text("y")]),
      .record(Record(plain, ["a": .number(1), "b": .text("x")])),
      .record(Record(plain, ["a": .number(1), "b": .text("y")])),
      .text("S"),
    ]
  }

  static let included = [
    "hello.html": #"Hello \(name), \(site)."#,
    "sized.html": #"\(default size = "s")\(if let s = size)\(s)\(else)-\(end)"#,
    "greedy.html": #"\(title)"#,
    "circle.html": #"\(include "page")"#,
    "layout.html": "<main>\\(block main)\nnone\n\\(end)\n</main>\n",
  ]

  static func compile(
    _ text: String, name: String = "page.html", unsafeHTML: Bool = false,
    limits: RenderingLimits = .page
  ) -> (
    template: Template?, diagnostics: Diagnostics
  ) {
    var log = Diagnostics()
    func entry(_ key: String, _ text: String, one: String? = nil) -> StringEntry {
      let span = SourceFile(path: "strings.yaml", text: text).span
      return StringEntry(
        key: Located(key, at: span), text: Located(text, at: span),
        one: one.map { Located($0, at: span) })
    }
    let phrases = Phrasebook(
      [
        entry("winner", "Winner"), entry("leads", #"\(name) leads"#),
        entry("pages", #"\(count) pages"#, one: #"\(count) page"#),
      ], into: &log)
    var files = included.reduce(into: [:]) { files, entry in
      files[entry.key] = SourceFile(path: entry.key, text: entry.value)
    }
    files["page.html"] = SourceFile(path: name, text: text)
    let asset = HostFunction(name: "asset", doc: "", known: ["site.css"]) {
      $0 == "site.css" ? "/assets/site.1.css" : nil
    }
    let compiler = TemplateCompiler(
      sources: TemplateSources(files, phrases: phrases), functions: [asset], unsafeHTML: unsafeHTML,
      limits: limits)
    let origin = SourceFile(path: "templates", bytes: []).start
    return (compiler.compile("page.html", schema: schema, from: origin, into: &log), log)
  }

  static func render(_ text: String, _ values: [TemplateValue] = values()) -> String? {
    compile(text).template.map { template in
      var bytes: [UInt8] = []
      template.render(values, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
