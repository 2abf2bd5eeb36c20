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
    if expressions.isEmpty { return [] }
    let titles = ["cost", "bytes", "copies", "evaluated", "times"].map { $0.aligned(10) }
    var lines = [
      "  The \(expressions.count) of \(expressions.count + furtherExpressions) expressions "
        + "that cost most on each page:",
      titles.joined() + "  " + "when".padded(to: 10) + "where",
    ]
    for expression in expressions {
      let numbers = [
        whole(expression.cost), whole(expression.bytes), tenths(expression.copies),
        tenths(expression.evaluations), tenths(expression.occurrences),
      ].map { $0.aligned(10) }
      let place = expression.place?.text ?? "the whole template"
      lines.append(numbers.joined() + "  " + expression.binding.padded(to: 10) + place)
      if let cause = expression.cause {
        lines.append(String(repeating: " ", count: 62) + "because of " + cause.text)
      }
    }
    return lines + [
      "  cost = bytes + \(ProgramProfile.Cost.bytesPerCopy) for each copy or choice "
        + "+ \(ProgramProfile.Cost.bytesPerEvaluation) for each evaluation."
    ]
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
