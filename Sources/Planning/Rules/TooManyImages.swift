package import Diagnosing

extension Rule {
  package static let tooManyImages = Rule(
    "too-many-images", summary: "Pictures of pairs are made for small sites only.",
    cause: "The site asks for a picture of each pair, and has more pairs than a build can draw.",
    remedy: "Write `socialImages: vendors`.")
}

extension Diagnostic {
  package static func tooManyImages(
    _ count: Int, allowed: Int, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .tooManyImages,
      "the site would have \(count) pictures of pairs, more than the \(allowed) that can be made; "
        + "write 'socialImages: vendors'", at: span)
  }
}
