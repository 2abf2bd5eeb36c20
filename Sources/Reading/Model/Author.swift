package import Diagnosing

/// Who wrote a comparison.
package struct Author: Sendable {
  package let file: SourceFile
  package let slug: Slug
  package let name: String
  package let credentials: String?
  package let bio: Markdown?
  package let url: String?
}
