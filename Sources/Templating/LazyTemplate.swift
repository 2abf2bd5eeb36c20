import System

/// A template known to be valid, compiled when a page first needs it.
package final class LazyTemplate: Sendable {
  private let made = Lazy<Template>()
  private let compile: @Sendable () -> Template

  package init(_ compile: @escaping @Sendable () -> Template) { self.compile = compile }

  package convenience init(_ template: Template) { self.init { template } }

  package var template: Template { made.value(compile) }
}
