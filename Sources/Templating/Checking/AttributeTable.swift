/// The attributes that load, navigate or run something, in small letters.
///
/// Sources: the HTML Living Standard (WHATWG), "Attributes" of the index and "Obsolete features",
/// compared with the list of URL attributes that is drawn from it in `html-url-attributes` 3.0.1;
/// SVG 2 (W3C Candidate Recommendation of 2018-10-04), "Attribute Index" and "Property Index"; SVG
/// Animations Level 2; the IDs of Attribution Reporting. An attribute that is new in a standard is
/// added here and to Tests/Site/standards.txt, from which a browser is shown every place.
enum AttributeTable {
  /// Elements whose `href` and `xlink:href` are followed only on a click; SVG's `a` among them.
  static let anchors: Set<String> = ["a", "area"]

  /// Values of `rel` by which a `<link>` only points somewhere. All others load.
  static let pointingRelations: Set<String> = [
    "alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search",
  ]

  static let links: Set<String> = ["action", "cite", "formaction", "longdesc"]

  static let resources: Set<String> = [
    "archive", "attributionsrc", "background", "classid", "codebase", "data", "dynsrc", "icon",
    "lowsrc", "manifest", "ping", "poster", "profile", "src",
  ]

  /// CSS, and what may hold `url(…)`.
  static let code: Set<String> = [
    "clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start",
    "mask", "mask-image", "stroke", "style",
  ]

  /// Elements that give another element's attribute a value, and where that value stands.
  static let animations: Set<String> = [
    "animate", "animatecolor", "animatemotion", "animatetransform", "set",
  ]
  static let animated: Set<String> = ["by", "from", "to", "values"]

  /// Markup, lists of addresses, what names another attribute or a header, and what a frame may do.
  static let refused: Set<String> = [
    "allow", "attributename", "http-equiv", "imagesrcset", "sandbox", "srcdoc", "srcset",
  ]

  /// Beginnings of attributes whose value is a program for a framework: Alpine, Vue, Angular,
  /// AngularJS, htmx, Hyperscript, Livewire, Datastar and Knockout.
  static let runningExtensions = [
    "x-", "@", ":", "v-", "#", "*", "(", "[", "ng-", "data-ng-", "hx-", "data-hx-", "_",
    "data-script", "wire:", "data-on-", "data-on:", "data-bind",
  ]

  /// Of htmx, what names an address instead of a program.
  static let loadingExtensions: Set<String> = Set(
    ["get", "post", "put", "patch", "delete"].flatMap { ["hx-\($0)", "data-hx-\($0)"] })

  /// Elements that hold text instead of markup.
  static let rawElements: Set<String> = [
    "iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp",
  ]
}
