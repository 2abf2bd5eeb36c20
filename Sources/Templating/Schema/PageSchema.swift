/// The names that a page's template may use.
package struct PageSchema: Sendable {
  package let name: String
  /// Visible in the template and its layouts.
  package let globals: [Member]
  /// Visible everywhere, in includes too.
  package let site: [Member]

  package init(name: String, globals: [Member], site: [Member]) {
    self.name = name
    self.globals = globals
    self.site = site
  }
}

/// A function that the engine offers, called while the template is checked: it takes a literal and
/// gives text, or nil when it knows no such thing.
package struct HostFunction: Sendable {
  package let name: String
  package let doc: String
  let known: [String]
  let evaluate: @Sendable (String) -> String?

  package init(
    name: String, doc: String, known: [String], evaluate: @escaping @Sendable (String) -> String?
  ) {
    self.name = name
    self.doc = doc
    self.known = known
    self.evaluate = evaluate
  }
}
