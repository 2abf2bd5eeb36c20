package import Content
package import Diagnosing

extension Rule {
  package static let hostPath = Rule(
    "host-path", summary: "The files for a host name the site's path as it is.",
    cause: "The path of `baseURL` has a character that means something in the files that the host "
      + "reads, such as `$` or `*`.",
    remedy: "Use letters, digits, `-`, `_`, `.`, `~` and `/` in the path, or leave out `host`.")
}

extension Diagnostic {
  package static func hostPath(
    _ path: String, _ host: Site.Host, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .hostPath,
      "the files for the host '\(host.rawValue)' cannot name the path '\(path)'; use letters, "
        + "digits, '-', '_', '.', '~' and '/'", at: span)
  }
}
