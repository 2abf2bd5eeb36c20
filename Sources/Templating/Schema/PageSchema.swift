/// The names that a page's template may use.
package struct PageSchema: Sendable {
  package let name: String
  /// The names visible in the template and its layouts.
  package let globals: [Member]
  /// The names visible everywhere, including in includes.
  package let site: [Member]

  package init(name: String, globals: [Member], site: [Member]) {
    self.name = name
    self.globals = globals
    self.site = site
  }
}

/// A function of the engine, called while a template is checked: takes a literal and returns a
/// text, or nil if it does not know the literal.
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
