/// The attributes that load, navigate or execute something, in lower case.
///
/// Sources: the HTML Living Standard (WHATWG), "Attributes" of the index and "Obsolete features",
/// compared with the list of URL attributes derived from it in `html-url-attributes` 3.0.1; SVG 2
/// (W3C Candidate Recommendation of 2018-10-04), "Attribute Index" and "Property Index"; SVG
/// Animations Level 2; the IDs of Attribution Reporting. Add attributes from newer standards here;
/// they are listed nowhere else.
enum AttributeTable {
  /// Elements whose `href` and `xlink:href` are followed only on a click, including SVG's `a`.
  static let anchors: Set<String> = ["a", "area"]

  /// The values of `rel` for which a `<link>` loads nothing. All other values load.
  static let pointingRelations: Set<String> = [
    "alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search",
  ]

  static let links: Set<String> = ["action", "cite", "formaction", "longdesc"]

  static let resources: Set<String> = [
    "archive", "attributionsrc", "background", "classid", "codebase", "data", "dynsrc", "icon",
    "lowsrc", "manifest", "ping", "poster", "profile", "src",
  ]

  /// Attributes that hold CSS or may contain `url(…)`.
  static let code: Set<String> = [
    "clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start",
    "mask", "mask-image", "stroke", "style",
  ]

  /// Elements that set an attribute of another element, and the attributes that hold the new value.
  static let animations: Set<String> = [
    "animate", "animatecolor", "animatemotion", "animatetransform", "set",
  ]
  static let animated: Set<String> = ["by", "from", "to", "values"]

  /// Attributes that hold markup, lists of addresses, the name of another attribute or header, or a
  /// frame's permissions.
  static let refused: Set<String> = [
    "allow", "attributename", "http-equiv", "imagesrcset", "sandbox", "srcdoc", "srcset",
  ]

  /// Prefixes of attributes that frameworks execute: Alpine, Vue, Angular, AngularJS, htmx,
  /// Hyperscript, Livewire, Datastar and Knockout.
  static let runningExtensions = [
    "x-", "@", ":", "v-", "#", "*", "(", "[", "ng-", "data-ng-", "hx-", "data-hx-", "_",
    "data-script", "wire:", "data-on-", "data-on:", "data-bind",
  ]

  /// Attributes of htmx that hold an address and not a program.
  static let loadingExtensions: Set<String> = Set(
    ["get", "post", "put", "patch", "delete"].flatMap { ["hx-\($0)", "data-hx-\($0)"] })

  /// Elements that contain text and not markup.
  static let rawElements: Set<String> = [
    "iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp",
  ]
}
