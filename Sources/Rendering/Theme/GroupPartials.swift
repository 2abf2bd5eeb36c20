import Content
import Diagnosing

/// The templates of a site that show groups: `partials/groups/NAME.html`, where NAME is the id of a
/// group or the kind that all its criteria share.
///
/// Two templates choose among them: `partials/group.html` on comparisons and
/// `partials/report-group.html` on vendors' pages. They are made here, because templates include
/// others by literal names only, so that all can be checked before anything is rendered.
struct GroupPartials {
  static let folder = "partials/groups/"
  static let comparisons = "partials/group.html"
  static let reports = "partials/report-group.html"

  /// The names of templates for groups with an id, then of those for groups of a kind.
  private let ids: [String]
  private let kinds: [String]

  init(of theme: Theme, for categories: [Category]) {
    let names = theme.files.map(\.path)
      .filter { $0.hasPrefix(Self.folder) && $0.hasSuffix(".html") }
      .map { String($0.dropFirst(Self.folder.count).dropLast(".html".count)) }
      .filter { $0 != "table" }
    let groups = categories.flatMap(\.groups)
    let known = Set(groups.map(\.id) + ["segments"])
    let shared = Set(groups.compactMap { $0.kind?.rawValue })
    ids = names.filter(known.contains)
    kinds = names.filter(shared.contains)
  }

  /// The templates that choose, by path; none where there is nothing to choose.
  ///
  /// - Parameter fits: whether templates of vendors' pages are valid with a template in place of
  ///   that of the same path.
  func choosers(where fits: ([String: SourceFile]) -> Bool) -> [String: SourceFile] {
    if ids.isEmpty, kinds.isEmpty { return [:] }
    // What is wrong in a template is reported where comparisons use it.
    let usable = Set(
      Set(ids + kinds).filter { fits([Self.reports: reportChooser(among: [$0])]) })
    return [
      Self.comparisons: chooser(
        Self.comparisons, ids: ids, kinds: kinds, standard: "groups/table",
        values: "group: group, left: left, right: right", more: ", vendors: [left, right]"),
      Self.reports: reportChooser(among: usable),
    ]
  }

  private func reportChooser(among usable: Set<String>) -> SourceFile {
    chooser(
      Self.reports, ids: ids.filter(usable.contains), kinds: kinds.filter(usable.contains),
      standard: "report-table", values: "group: group, vendor: vendor", more: ", vendors: [vendor]")
  }

  private func chooser(
    _ path: String, ids: [String], kinds: [String], standard: String, values: String, more: String
  ) -> SourceFile {
    let cases =
      ids.map { ("group.id == \"\($0)\"", $0) } + kinds.map { ("group.kind == \"\($0)\"", $0) }
    var lines: [String] = []
    for (condition, name) in cases {
      lines.append("\\(\(lines.isEmpty ? "if" : "else if") \(condition))")
      lines.append("\\(include \"\(Self.folder)\(name)\", \(values)\(more))")
    }
    let general = "\\(include \"partials/\(standard)\", \(values))"
    lines += cases.isEmpty ? [general] : ["\\(else)", general, "\\(end)"]
    return SourceFile(
      path: "templates/" + path, text: lines.map { $0 + "\n" }.joined())
  }
}
