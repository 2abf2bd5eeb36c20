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
}
