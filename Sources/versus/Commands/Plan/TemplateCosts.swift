import Comparing
import Content
import Diagnosing
import Pairing
import Planning
import Rendering
import System
import Templating

/// The result of `plan --templates`: the composition of comparison pages, and the most expensive
/// expressions of their template. All numbers are averages per page.
struct TemplateCosts: Encodable {
  struct Template: Encodable {
    let template: String
    let category: String
    /// The number of pages examined; if 0, all other numbers are 0 as well.
    let pages: Int
    let parts: Parts
    /// The cost of a whole page, as the number of bytes that could be copied in the same time.
    let cost: Double
    /// The share of the cost that no expression causes.
    let siteCost: Double
    /// The most expensive expressions.
    let expressions: [Expression]
    /// The number of expressions left out.
    let furtherExpressions: Int
  }

  /// Bytes by the binding time of the value that they show.
  struct Parts: Encodable {
    let site: Double
    let vendor: Double
    let pair: Double
    let evaluated: Double

    var total: Double { site + vendor + pair + evaluated }
  }

  struct Expression: Encodable {
    /// The place of the expression; nil for a template that is evaluated as a whole.
    let place: Place?
    /// The part that forces an expression to be evaluated, if that is not the whole expression.
    let cause: Place?
    /// The binding time: `left`, `right`, `both`, `pair` or `evaluated`.
    let binding: ProgramProfile.BindingTime
    let occurrences: Double
    let bytes: Double
    let copies: Double
    let computations: Double
    let evaluations: Double
    /// The cost, as the number of bytes that could be copied in the same time.
    let cost: Double
    /// The cost if nothing else were evaluated.
    let alone: Double
    /// What pages save without it.
    let gain: Double
    /// What to write instead; nil for what is cheap.
    let cure: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      // A missing value is null, so that scripts find the key.
      try container.encode(place, forKey: .place)
      try container.encode(cause, forKey: .cause)
      try container.encode(binding, forKey: .binding)
      try container.encode(occurrences, forKey: .occurrences)
      try container.encode(bytes, forKey: .bytes)
      try container.encode(copies, forKey: .copies)
      try container.encode(computations, forKey: .computations)
      try container.encode(evaluations, forKey: .evaluations)
      try container.encode(cost, forKey: .cost)
      try container.encode(alone, forKey: .alone)
      try container.encode(gain, forKey: .gain)
      try container.encode(cure, forKey: .cure)
    }

    private enum CodingKeys: String, CodingKey {
      case place, cause, binding, occurrences, bytes, copies, computations
      case evaluations, cost, alone, gain, cure
    }
  }

  struct Place: Encodable {
    let file: String
    let line: Int
    let column: Int
    /// The source text, truncated if it is long.
    let code: String
    /// Whether the file belongs to the built-in theme.
    let builtIn: Bool
  }

  let templates: [Template]

  private static let pages = 200
  private static let shownExpressions = 10

  init(_ renderer: SiteRenderer, source: String) {
    templates = renderer.plan.edition.categories.enumerated().map { index, entry in
      let profile = renderer.pairs(inCategory: CategoryPosition(index)).profile(pages: Self.pages)
      return Template(profile, category: entry.category.slug.text, source: source)
    }
  }
}

extension TemplateCosts.Template {
  fileprivate init(_ profile: ProgramProfile, category: String, source: String) {
    func average(_ sum: Double) -> Double { sum / Double(max(1, profile.pages)) }
    func average(_ sum: Int) -> Double { average(Double(sum)) }
    template = "comparison.html"
    self.category = category
    pages = profile.pages
    parts = TemplateCosts.Parts(
      site: average(profile.site.bytes), vendor: average(profile.bytes(.left, .right, .both)),
      pair: average(profile.bytes(.pair)), evaluated: average(profile.bytes(.evaluated)))
    cost = average(profile.cost.total)
    siteCost = average(profile.site.total)
    let all = profile.byCost
    expressions = all.prefix(TemplateCosts.shownExpressions).map { expression in
      TemplateCosts.Expression(
        place: expression.span.map { TemplateCosts.Place($0, source: source) },
        cause: expression.cause.map { TemplateCosts.Place($0, source: source) },
        binding: expression.bindingTime,
        occurrences: average(expression.occurrences), bytes: average(expression.cost.bytes),
        copies: average(expression.cost.copies),
        computations: average(expression.cost.computations),
        evaluations: average(expression.cost.evaluations),
        cost: average(expression.cost.total), alone: average(expression.alone),
        gain: average(expression.gain), cure: expression.cure)
    }
    furtherExpressions = all.count - expressions.count
  }
}

extension ProgramProfile.Expression {
  /// What to write instead of what is evaluated.
  fileprivate var cure: String? {
    if bindingTime != .evaluated { return nil }
    if needsAllValues {
      return "name the record itself, as in 'for row in group.rows', or ask the comparison"
    }
    let code = (cause ?? span)?.text ?? ""
    return code.contains("[")
      ? "loop over each vendor's list by itself, side by side in the page"
      : "compare outside of the loop, with '\\(let x = …)', or ask the comparison"
  }
}

extension TemplateCosts.Place {
  private static let maxLength = 60

  fileprivate init(_ span: SourceSpan, source: String) {
    let position = span.startPosition
    file = span.file.path
    line = position.line
    column = position.column
    builtIn = fileStatus(source + "/" + span.file.path) == nil
    var code = span.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A tag is shown without its `\(` and `)`, like an expression inside one.
    if code.hasPrefix("\\("), code.hasSuffix(")") { code = String(code.dropFirst(2).dropLast()) }
    self.code = code.count > Self.maxLength ? code.prefix(Self.maxLength - 1) + "…" : code
  }
}
