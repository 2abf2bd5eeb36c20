import Content
import Diagnosing
import FoundationEssentials
import Markup
import Reading
import TestSites
import Testing

struct PromptTests {
  @Test func everyKeyIsRead() throws {
    let hash = String(repeating: "0a", count: 32)
    let site = try TestSite()
    try site.write(
      """
      ---
      title: Shout
      prompt: "Shout [[louder]]!"
      system: Be brief.
      files: [ { name: a.py, sha256: \(hash) } ]
      date: 2026-03-30
      redaction: Names were replaced.
      answers:
        - vendor: beta
          model: B1
          latency: 2100 ms
          tokens: 412
          cost: 0.0004
          text: |
            <b>HEY</b>
      ---
      Said by [[beta]].
      """, to: "content/prompts/shout.md")
    let (library, diagnostics) = try site.read()
    #expect(diagnostics.sorted.map(\.message) == [])
    let prompt = try #require(library?.prompts.first)
    #expect(prompt.slug.text == "shout")
    #expect(prompt.text == "Shout [[louder]]!")
    #expect(prompt.system == "Be brief.")
    #expect(prompt.attachments.map(\.sha256) == [hash])
    #expect(prompt.date?.text == "2026-03-30")
    #expect(prompt.redaction == "Names were replaced.")
    #expect(prompt.body.source == "Said by [[beta]].")
    let answer = try #require(prompt.answers.first)
    #expect(answer.vendor.value == "beta")
    #expect(answer.model == "B1")
    #expect(answer.latency?.seconds == Decimal(string: "2.1"))
    #expect(answer.latency?.text == "2100 ms")
    #expect(answer.tokens == 412)
    #expect(answer.cost == Decimal(string: "0.0004"))
    #expect(answer.text == "<b>HEY</b>\n")
  }

  @Test func authorsAndCorrectionsAreRead() throws {
    let site = try TestSite()
    try site.write(
      "name: Ada\ncredentials: Engineer\nbio: She *builds*.\nurl: https://example.org/ada\n",
      to: "content/authors/ada.yaml")
    try site.write("---\ntitle: About\n---\n", to: "content/pages/about.md")
    try site.write(
      """
      - { date: 2026-04-01, page: alpha, week: 2026-W14, wrong: Ease was 8., right: It is 7. }
      - { date: 2026-04-02, page: about, wrong: Nothing., right: Something. }
      """, to: "content/corrections.yaml")
    let (library, diagnostics) = try site.read()
    #expect(diagnostics.sorted.map(\.message) == [])
    let author = try #require(library?.authors.first)
    #expect(author.name == "Ada")
    #expect(author.credentials == "Engineer")
    #expect(author.bio?.source == "She *builds*.")
    #expect(author.url == "https://example.org/ada")
    #expect(library?.corrections.map(\.page.value) == ["alpha", "about"])
    #expect(library?.corrections.first?.week?.value == Week("2026-W14"))
    #expect(library?.corrections.first?.right.source == "It is 7.")
  }
}
