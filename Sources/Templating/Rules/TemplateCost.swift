package import Diagnosing

extension Rule {
  package static let templateCost = Rule(
    "template-cost",
    summary: "A page takes no more steps and bytes than it may.",
    cause: "Loops are nested in each other, or a text is doubled again and again (Y-03).",
    remedy: "Loop over less, or leave the place out that the message names.")
}

extension Diagnostic {
  static func templateCost(
    _ limits: RenderingLimits, within loop: SourceSpan?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .templateCost,
      "a page takes more than \(limits.steps) steps or \(limits.bytes) bytes, most of them here",
      at: span, notes: loop.map { [Note("within this loop", at: $0)] } ?? [])
  }
}
