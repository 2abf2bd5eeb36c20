package import Diagnosing
package import Markup

/// The author of a comparison.
package struct Author: Sendable {
  package let file: SourceFile
  package let slug: Slug
  package let name: String
  package let credentials: String?
  package let bio: Markdown?
  package let url: String?

  package init(
    file: SourceFile, slug: Slug, name: String, credentials: String?, bio: Markdown?, url: String?
  ) {
    self.file = file
    self.slug = slug
    self.name = name
    self.credentials = credentials
    self.bio = bio
    self.url = url
  }
}
