import Content
import Diagnosing
import Foundation
import Markup
import Reading
import TestSites
import Testing

struct ComparisonArticleTests {
  @Test func everyKeyIsRead() throws {
    let site = try TestSite()
    try site.write("name: Ada\n", to: "content/authors/ada.yaml")
    try site.write(
      "---\ntitle: Shout\nprompt: Shout!\nanswers: []\n---\n", to: "content/prompts/shout.md")
    try site.write(
      """
      ---
      vendors: [beta, alpha]
      title: Beta or Alpha
      suffix: which of the two
      author: ada
      published: 2026-04-01
      updated: 2026-04-03
      answer: Take *Beta*.
      cells: { alpha: { scores.ease: { value: 3, note: On this page., scope: cloud } } }
      criteria: { columns: [The Beta, The Alpha], rows: [ { label: Home, values: [ Sea, null ] } ] }
      chooseIf: { alpha: you walk, beta: you swim }
      useCases: [ { name: Shop, why: It pays., considerations: Rent. } ]
      steps: [ { name: Look, text: Twice. } ]
      faq: [ { question: Why?, answer: So. } ]
      prompts: [ shout ]
      related: [ alpha, beta-vs-alpha ]
      indexed: never
      ---
      The article.
      """, to: "content/comparisons/alpha-vs-beta.md")
    let (library, diagnostics) = try site.read()
    #expect(diagnostics.sorted.map(\.message) == [])
    let article = try #require(library?.comparisons.first)
    #expect(article.isSwapped)
    #expect(article.left.text == "alpha")
    #expect(article.author?.value == "ada")
    let ease = CriterionIndex(group: 0, criterion: 0)
    #expect(article.leftCells[ease]?.value == .number(3))
    #expect(article.leftCells[ease]?.scope == "cloud")
    #expect(article.rightCells.isEmpty)
    #expect(article.criteria?.columns == ["The Beta", "The Alpha"])
    #expect(article.criteria?.rows.first?.values.map { $0?.source } == ["Sea", nil])
    #expect(article.chooseLeft?.source == "you walk")
    #expect(article.chooseRight?.source == "you swim")
    #expect(article.useCases.map(\.name) == ["Shop"])
    #expect(article.steps.map(\.name) == ["Look"])
    #expect(article.questions.map(\.answer.source) == ["So."])
    #expect(article.prompts.map(\.value) == ["shout"])
    #expect(article.related.map(\.value) == ["alpha", "beta-vs-alpha"])
    #expect(article.indexed == .never)
    #expect(article.body.source == "The article.")
  }
}
