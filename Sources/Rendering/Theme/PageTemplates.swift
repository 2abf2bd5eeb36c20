import Diagnosing
import Hashing
import Presenting
import Templating

/// The compiled templates of all kinds of pages.
///
/// Templates of an earlier theme are reused if they would be equal. If only the addresses of assets
/// have changed, a valid template remains valid, so it is recompiled when a page first needs it.
struct PageTemplates: Sendable {
  private struct Entry: Sendable {
    let files: [String: SourceFile]
    /// The warnings of the compiler.
    let warnings: Diagnostics
    /// The address of each asset, by name.
    let addresses: [String: String]
    let template: LazyTemplate
  }

  /// The fingerprint of everything that all templates depend on.
  private let common: Fingerprint
  private let entries: [PageKind: Entry]
  /// The places where pages exceed the cost limits.
  let overruns: TemplateOverruns

  /// - Parameter addresses: the addresses of the theme's assets, by name.
  /// - Returns: nil if an error was reported.
  init?(
    _ compiler: TemplateCompiler, of theme: Theme, addresses: [String: String], unsafeHTML: Bool,
    reusing previous: PageTemplates?, into log: inout Diagnostics
  ) {
    let common = Fingerprint { input in
      input.add(theme.stringsFingerprint)
      input.add(theme.settingsFingerprint)
      input.add(unsafeHTML ? 1 : 0)
      for name in addresses.keys.sorted() { input.add(name) }
    }
    self.common = common
    overruns = compiler.overruns
    let errors = log.errorCount
    var entries: [PageKind: Entry] = [:]
    for kind in PageKind.allCases {
      let old = previous?.common == common ? previous?.entries[kind] : nil
      if let old, old.files.allSatisfy({ theme.sources.has($1, at: $0) }) {
        log.report(contentsOf: old.warnings)
        entries[kind] =
          old.addresses == addresses
          ? old
          : Entry(
            files: old.files, warnings: old.warnings, addresses: addresses,
            template: Self.again(kind, compiler, theme.origin))
        continue
      }
      var found = Diagnostics()
      if let template = compiler.compile(
        kind.template, schema: kind.schema, from: theme.origin, into: &found)
      {
        entries[kind] = Entry(
          files: template.files, warnings: found, addresses: addresses,
          template: LazyTemplate(template))
      }
      log.report(contentsOf: found)
    }
    self.entries = entries
    // Files used only by an invalid page would be reported as unused, so the check needs valid
    // pages.
    if log.errorCount == errors {
      let texts = TextFile.allCases.map(\.template)
      let used = Set(entries.values.flatMap(\.files.keys) + texts)
      theme.sources.reportUnused(besides: used, into: &log)
      theme.sources.reportUnusedSettings(into: &log)
    }
    if log.errorCount > errors { return nil }
  }

  subscript(kind: PageKind) -> Template { lazy(kind).template }

  /// Returns the files that a template is made of: its own, its layout and its partials.
  func files(of kind: PageKind) -> [SourceFile] {
    entries[kind].map { Array($0.files.values) } ?? []
  }

  /// Returns the template of a kind, which may not be compiled yet.
  func lazy(_ kind: PageKind) -> LazyTemplate {
    guard let entry = entries[kind] else {
      preconditionFailure("there is a template of every kind of page")
    }
    return entry.template
  }

  /// Recompiles a template that was valid before addresses of assets changed.
  private static func again(
    _ kind: PageKind, _ compiler: TemplateCompiler, _ origin: SourceSpan
  ) -> LazyTemplate {
    LazyTemplate {
      var ignored = Diagnostics()
      let template = compiler.compile(
        kind.template, schema: kind.schema, from: origin, into: &ignored)
      guard let template else { preconditionFailure("addresses make no template wrong") }
      return template
    }
  }
}
