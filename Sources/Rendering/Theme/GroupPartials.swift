import Content
import Diagnosing

/// A site's own templates for groups: `partials/groups/NAME.html`, where NAME is the id of a group
/// or the kind that all its criteria share.
///
/// Two generated templates choose among them: `partials/group.html` on comparisons and
/// `partials/report-group.html` on vendors' pages. They are generated because templates include
/// others only by literal names, so that everything can be checked before rendering.
struct GroupPartials {
  static let folder = "partials/groups/"
  static let comparisons = "partials/group.html"
  static let reports = "partials/report-group.html"

  /// The names of the templates for groups by id; `kinds` has those for groups by kind.
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

  /// Returns the templates that choose, by path; empty if there is nothing to choose from.
  ///
  /// - Parameter fits: returns whether the templates of vendors' pages are valid when some
  ///   templates are replaced by path.
  func choosers(where fits: ([String: SourceFile]) -> Bool) -> [String: SourceFile] {
    if ids.isEmpty, kinds.isEmpty { return [:] }
    // A mistake in a template is reported where comparisons use the template.
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
