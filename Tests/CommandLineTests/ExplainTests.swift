import TestSites
import Testing

@Suite struct ExplainTests {
  private func starter() throws -> Versus {
    let versus = try Versus()
    #expect(try versus.run("init").code == 0)
    return versus
  }

  @Test func jsonHasTheFieldsOfTheContract() throws {
    let versus = try starter()
    let result = try versus.run("explain", "inkwell", "quill", "--format", "json")
    #expect(result.code == 0 && result.errors.isEmpty)
    let object = try result.object()
    #expect(
      Set(object.keys) == [
        "left", "right", "week", "category", "winner", "reason", "indexed", "tally", "groups",
      ])
    #expect(object["left"] as? String == "inkwell" && object["right"] as? String == "quill")
    let groups = try #require(object["groups"] as? [[String: Any]])
    let rows = try #require(groups.first?["rows"] as? [[String: Any]])
    let row = try #require(rows.first)
    #expect(Set(row.keys) == ["criterion", "left", "right", "lead"])
    let value = try #require(row["left"] as? [String: Any])
    #expect(Set(value.keys) == ["value", "shown", "file", "line"])
    #expect((value["line"] as? Int ?? 0) > 1)
  }

  @Test func orderDoesNotMatter() throws {
    let versus = try starter()
    for format in ["text", "json"] {
      let one = try versus.run("explain", "inkwell", "quill", "--format", format).output
      #expect(try versus.run("explain", "quill", "inkwell", "--format", format).output == one)
    }
  }

  @Test func textNamesLeadersPlacesAndReason() throws {
    let text = try starter().run("explain", "inkwell", "quill").output
    for part in ["inkwell leads", "tie", "content/reports/2026-W14/inkwell.md:", "winner: "] {
      #expect(text.contains(part))
    }
  }

  @Test(arguments: [
    ("inkwel", "quill", "did you mean 'inkwell'?"), ("quill", "quill", "itself"),
    ("quill", "zzzzzz", "no vendor 'zzzzzz'"),
  ])
  func wrongNames(_ left: String, _ right: String, _ hint: String) throws {
    let result = try starter().run("explain", left, right)
    #expect(result.code == 2 && result.output.isEmpty && result.errors.contains(hint))
  }

  @Test func wrongContentIsReported() throws {
    let versus = try starter()
    try versus.breakSite()
    let result = try versus.run("explain", "inkwell", "quill", "--format", "json")
    #expect(result.code == 1)
    #expect(try result.object()["diagnostics"] != nil)
  }

  /// Creates a site of two vendors in one category.
  private func site(_ rubric: String, _ left: String, _ right: String) throws -> Versus {
    let versus = try Versus()
    try versus.write("title: T\nbaseURL: https://example.org/\n", to: "content/site.yaml")
    try versus.write("title: C\n\(rubric)\n", to: "content/categories/c.yaml")
    for (slug, values) in [("a", left), ("b", right)] {
      try versus.write(
        "---\nname: \(slug)\ng: { \(values) }\n---\n", to: "content/reports/2026-W14/\(slug).md")
    }
    return versus
  }

  @Test func whyNobodyLeads() throws {
    let criteria = ["w", "x", "y", "z"].map { "\($0): { label: L, kind: money, leaders: true }" }
    let versus = try site(
      "winner: { by: leads, requireShared: 3 }\ngroups: { g: { title: G, criteria: { "
        + criteria.joined(separator: ", ").replacing(
          "z: { label: L, kind: money, leaders: true }", with: "z: { label: L, kind: text }")
        + " } } }",
      "w: 1, x: { amount: 4, per: month }, z: t", "w: 2, x: { amount: 4, per: year }, y: 3, z: u")
    let object = try versus.run("explain", "a", "b", "--format", "json").object()
    let groups = try #require(object["groups"] as? [[String: Any]])
    let rows = try #require(groups[0]["rows"] as? [[String: Any]])
    #expect(rows.map { $0["lead"] as? String } == ["right", "none", "none", "none"])
    #expect(
      rows.map { $0["reason"] as? String } == [nil, "not-comparable", "missing", "unranked"])
    #expect((rows[1]["left"] as? [String: Any])?["value"] as? String == "{ amount: 4, per: month }")
    let text = try versus.run("explain", "a", "b").output
    #expect(text.contains("no leader, not comparable"))
    #expect(text.contains("no leader, a value is missing"))
    #expect(
      text.contains("1 criterion can be compared, and a winner needs 3"), "\(text)")
  }

  @Test func valuesLookApartAndScalesAreNamed() throws {
    let versus = try site(
      """
      headline: g.x
      groups:
        g:
          title: G
          criteria:
            x: { label: X, kind: number, digits: 1 }
            s: { label: S, kind: state }
      """,
      "x: 84.04, s: yes", "x: 84.01, s: no")
    let text = try versus.run("explain", "a", "b").output
    #expect(text.contains("84.04") && text.contains("84.01"))
    #expect(text.contains("S: a leads (no < partial < yes)"), "\(text)")
  }

  @Test func theHeadlineCannotBeCompared() throws {
    let versus = try site(
      "headline: g.x\ngroups: { g: { title: G, criteria: { x: { label: Ease, kind: score }, "
        + "y: { label: Y, kind: score } } } }", "y: 1", "x: 1, y: 2")
    let text = try versus.run("explain", "a", "b").output
    #expect(text.contains("(insufficient-data): 'Ease' is not known of both"), "\(text)")
  }
}
