import Diagnosing
import Hashing
import Templating

/// The compiled templates of all kinds of pages.
///
/// What would come out the same is taken over from the templates of an earlier theme. Where assets
/// only stand at other addresses nothing can be wrong that was right before, so that a template is
/// compiled again when a page asks for it.
struct PageTemplates: Sendable {
  private struct Entry: Sendable {
    let files: [String: SourceFile]
    /// What compiling warned of.
    let warnings: Diagnostics
    /// Of the assets, by name.
    let addresses: [String: String]
    let template = Memo<Template>(count: 1)
  }

  private let compiler: TemplateCompiler
  private let origin: SourceSpan
  /// Of what all templates depend on.
  private let common: Fingerprint
  private let entries: [PageKind: Entry]

  /// - Parameter addresses: those of the theme's assets, by name.
  /// - Returns: nil when an error was reported.
  init?(
    _ compiler: TemplateCompiler, of theme: Theme, addresses: [String: String], unsafeHTML: Bool,
    reusing known: PageTemplates?, into log: inout Diagnostics
  ) {
    self.compiler = compiler
    origin = theme.origin
    let common = Fingerprint { input in
      input.add(theme.stringsFingerprint)
      input.add(unsafeHTML ? 1 : 0)
      for name in addresses.keys.sorted() { input.add(name) }
    }
    self.common = common
    let errors = log.errorCount
    var entries: [PageKind: Entry] = [:]
    for kind in PageKind.allCases {
      if let known, known.common == common, let entry = known.entries[kind],
        entry.files.allSatisfy({ theme.sources.has($1, at: $0) })
      {
        log.report(contentsOf: entry.warnings)
        let isSame = entry.addresses == addresses
        entries[kind] =
          isSame ? entry : Entry(files: entry.files, warnings: entry.warnings, addresses: addresses)
        continue
      }
      var found = Diagnostics()
      if let template = compiler.compile(
        kind.template, schema: kind.schema, from: theme.origin, into: &found)
      {
        let entry = Entry(files: template.files, warnings: found, addresses: addresses)
        _ = entry.template.value(0) { template }
        entries[kind] = entry
      }
      log.report(contentsOf: found)
    }
    self.entries = entries
    if log.errorCount > errors { return nil }
  }

  subscript(kind: PageKind) -> Template {
    let template = entries[kind]?.template.value(0) {
      var ignored = Diagnostics()
      let again = compiler.compile(kind.template, schema: kind.schema, from: origin, into: &ignored)
      guard let again else { preconditionFailure("addresses make no template wrong") }
      return again
    }
    guard let template else { preconditionFailure("there is a template of every kind of page") }
    return template
  }
}
