import Comparing
import Content
package import Planning

/// A header of every response of the site.
package struct ResponseHeader: Sendable {
  package let name: String
  package let value: String

  /// Assets have names that change with their bytes, so that a copy never gets old.
  static let yearOfCaching = "public, max-age=31536000, immutable"
  /// Anything else is asked for again, and answered in a few bytes if it did not change.
  static let noCaching = "public, max-age=0, must-revalidate"

  package static func all(for plan: SitePlan) -> [ResponseHeader] {
    let transport =
      plan.base.isSecure
      ? [ResponseHeader(name: "Strict-Transport-Security", value: "max-age=31536000")] : []
    return [
      ResponseHeader(name: "Content-Security-Policy", value: policy(of: plan)),
      ResponseHeader(name: "X-Content-Type-Options", value: "nosniff"),
      ResponseHeader(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
      ResponseHeader(name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()"),
      ResponseHeader(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
    ] + transport
  }

  /// Pages load only the site's own files (S-18, Y-04); a form may send to where the newsletter is.
  private static func policy(of plan: SitePlan) -> String {
    let action = plan.edition.library.site.newsletter?.action.prefix { $0 != "?" && $0 != "#" }
    let form = action.flatMap { BaseAddress(String($0)) }.map { " " + $0.origin } ?? ""
    // Pagefind is a WebAssembly program.
    let hasSearch = plan.edition.library.site.search
    let scripts = hasSearch ? "script-src 'self' 'wasm-unsafe-eval'; " : ""
    return "default-src 'self'; \(scripts)base-uri 'none'; object-src 'none'; "
      + "frame-ancestors 'none'; form-action 'self'\(form)"
  }
}
