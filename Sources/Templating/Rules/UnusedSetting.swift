package import Diagnosing

extension Rule {
  package static let unusedSetting = Rule(
    "unused-setting", severity: .warning,
    summary: "A template reads each setting of `theme.yaml`.",
    cause: "The name is misspelt, or no template reads it any more.",
    remedy: "Read it as `theme.NAME`, or remove it.")
}

extension Diagnostic {
  /// Reports a setting that no template reads.
  package static func unusedSetting(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.unusedSetting, "no template reads 'theme.\(path)'", at: span)
  }
}
