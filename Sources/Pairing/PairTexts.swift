package import Content
package import Diagnosing
package import Planning
package import Templating

/// The texts of a site that are templates over a pair: the sentences of assessments, and the call
/// to action.
package struct PairTexts: Sendable {
  /// The templates, by category, rule and variant; nil where a rule has no text.
  let sentences: [[[Template?]]]
  let callToAction: CallToActionTemplate?

  /// Compiles the texts, and reports those that are wrong. A site with wrong texts is not rendered.
  package init(
    _ library: Library, links: LinkResolver, with compiler: TemplateCompiler,
    into log: inout Diagnostics
  ) {
    var sentences: [[[Template?]]] = []
    for category in library.categories {
      sentences.append(AssessmentTemplates.compile(category, with: compiler, into: &log))
    }
    self.sentences = sentences
    callToAction = CallToActionTemplate(
      of: library.site, links: links, with: compiler, into: &log)
  }
}
