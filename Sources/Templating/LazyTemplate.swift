import System

/// A template that is known to be right and is compiled when a page asks for it.
package final class LazyTemplate: Sendable {
  private let made = Lazy<Template>()
  private let compile: @Sendable () -> Template

  package init(_ compile: @escaping @Sendable () -> Template) { self.compile = compile }

  package convenience init(_ template: Template) { self.init { template } }

  package var template: Template { made.value(compile) }
}
