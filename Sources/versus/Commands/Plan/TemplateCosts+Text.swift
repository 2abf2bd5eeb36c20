import Diagnosing
import Templating

extension TemplateCosts {
  var text: String { templates.map(\.text).joined(separator: "\n") }
}

extension TemplateCosts.Template {
  fileprivate var text: String {
    guard pages > 0 else { return "\(template) of \(category): no comparisons to look at\n" }
    let lines =
      [
        "\(template) of \(category): \(whole(parts.total)) bytes a page, "
          + "on average over \(counted(pages, "page"))"
      ] + shares + list
    return lines.joined(separator: "\n") + "\n"
  }

  private var shares: [String] {
    let parts = [
      ("site", parts.site, "text, and values that are the same on every page"),
      ("vendor", parts.vendor, "made once for each vendor and side, then copied"),
      ("pair", parts.pair, "picked on each page from variants that exist"),
      ("evaluated", parts.evaluated, "made anew on each page, which is slow"),
    ]
    return parts.map { name, bytes, meaning in
      let share = tenths(bytes * 100 / max(1, self.parts.total))
      return "  \(name.padded(to: 10))\(whole(bytes).aligned(8))\(share.aligned(8)) %  \(meaning)"
    }
  }

  private var list: [String] {
    let count = expressions.count + furtherExpressions
    let which = furtherExpressions > 0 ? "the \(expressions.count) of \(count)" : "the"
    let names = ["alone", "gain", "bytes", "copies", "computed", "evaluated", "times"]
    let columns = names.map { $0.aligned(10) }
    var lines = costs
    lines.append("  \(which) expressions that cost most, per page:")
    lines.append(columns.joined() + "  " + "when".padded(to: 15) + "where")
    for expression in expressions {
      let numbers = [
        whole(expression.alone), whole(expression.gain), whole(expression.bytes),
        tenths(expression.copies), tenths(expression.computations),
        tenths(expression.evaluations), tenths(expression.occurrences),
      ].map { $0.aligned(10) }
      lines.append(
        numbers.joined() + "  " + expression.when.padded(to: 15)
          + (expression.place?.text ?? "the whole template"))
      if let cause = expression.cause {
        lines.append(String(repeating: " ", count: 87) + "because of " + cause.text)
      }
      if let cure = expression.cure {
        lines.append(String(repeating: " ", count: 87) + "instead: " + cure)
      }
    }
    return expressions.isEmpty ? [] : lines + hints
  }

  private var isEvaluated: Bool { expressions.contains { $0.evaluations > 0 } }

  private var costs: [String] {
    typealias Cost = ProgramProfile.Cost
    let simple =
      "  a page costs \(whole(cost)), \(whole(siteCost)) of it for what is the site's: bytes "
      + "+ \(Cost.bytesPerCopy) a copy or choice "
      + "+ \(Cost.bytesPerComputation) a value of both vendors"
    guard isEvaluated else { return [simple] }
    return [
      simple + " + \(Cost.bytesPerEvaluation) an evaluation",
      "    + \(Cost.bytesPerPreparation) once where all values of a page are needed",
      "  alone: if nothing else were evaluated; gain: what a page saves without it",
    ]
  }

  /// Hints about what the author can do.
  private var hints: [String] {
    var lines: [String] = []
    if isEvaluated {
      lines.append(
        "  evaluated are loops over one vendor's values that ask the other, and all in them")
    }
    if expressions.contains(where: { $0.place?.builtIn == true }) {
      lines.append("  [built-in]: a file of that path in your own templates/ replaces it")
    }
    return lines
  }
}

extension TemplateCosts.Expression {
  fileprivate var when: String {
    switch binding {
    case .left: "vendor, left"
    case .right: "vendor, right"
    case .both: "vendor"
    case .pair: "pair"
    case .evaluated: "evaluated"
    }
  }
}

extension TemplateCosts.Place {
  fileprivate var text: String {
    "\(file):\(line):\(column): \(code)\(builtIn ? "  [built-in]" : "")"
  }
}

private func whole(_ number: Double) -> String { "\(Int(number.rounded()))" }

private func tenths(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func aligned(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
