import FoundationEssentials
import Markup

private func element(of type: TemplateType) -> TemplateType? {
  if case .list(let element) = type { element } else { nil }
}

/// Returns the type of an element that may be missing. An element that may itself be nil has no
/// such type, because a missing element could not be told from nil.
private func maybe(_ element: TemplateType) -> TemplateType? {
  element.wrapped == nil ? .optional(element) : nil
}

extension Method {
  static let properties: [Method] = [
    .property(
      "count", "list.count, text.count", "How many elements, or how many characters.",
      type: { element(of: $0) != nil || $0 == .text ? .number : nil },
      { value in
        if case .text(let text) = value {
          .number(Decimal(text.count))
        } else {
          .number(Decimal(value.items.count))
        }
      }),
    .property(
      "isEmpty", "list.isEmpty, text.isEmpty", "Whether there is nothing in it.",
      type: { element(of: $0) != nil || $0 == .text || $0 == .html ? .bool : nil },
      { value in
        if case .list(let items) = value {
          .bool(items.isEmpty)
        } else {
          .bool(value.plainText.isEmpty)
        }
      }),
    .property(
      "text", "html.text", "The text of HTML, without its tags.",
      type: { $0 == .html ? .text : nil }, { .text(visibleText(ofHTML: $0.plainText)) }),
    .property(
      "first", "list.first", "The first element, nil when there is none.",
      type: { element(of: $0).flatMap(maybe) }, { $0.items.first ?? .none }),
    .property(
      "last", "list.last", "The last element, nil when there is none.",
      type: { element(of: $0).flatMap(maybe) }, { $0.items.last ?? .none }),
  ]

  static let listMethods: [Method] = [
    .method(
      "contains", "list.contains(x), text.contains(\"x\")",
      "Whether it holds the element or the text.",
      labels: [nil],
      type: { types in
        if let element = element(of: types[0]) { return types[1].fits(element) ? .bool : nil }
        return types[0] == .text && types[1] == .text ? .bool : nil
      },
      { values in
        if case .text(let text) = values[0] { return .bool(text.holds(values[1].plainText)) }
        return .bool(values[0].items.contains(values[1]))
      }),
    .method(
      "prefix", "list.prefix(n)", "The first n elements.", labels: [nil],
      type: { element(of: $0[0]) != nil && $0[1] == .number ? $0[0] : nil },
      { .list(Array($0[0].items.prefix(count($0[1])))) }),
    .method(
      "dropFirst", "list.dropFirst(n)", "All but the first n elements.", labels: [nil],
      type: { element(of: $0[0]) != nil && $0[1] == .number ? $0[0] : nil },
      { .list(Array($0[0].items.dropFirst(count($0[1])))) }),
    .method(
      "reversed", "list.reversed()", "The elements from last to first.",
      type: { element(of: $0[0]) != nil ? $0[0] : nil }, { .list($0[0].items.reversed()) }),
    .method(
      "joined", "list.joined(separator: \", \")",
      "The texts of the elements with a text between them.",
      labels: ["separator"],
      type: { types in
        guard types[1] == .text, let element = element(of: types[0]) else { return nil }
        return element == .text || element == .html ? element : nil
      },
      { values in
        let isHTML = values[0].items.contains { if case .html = $0 { true } else { false } }
        let text = values[0].items.map(\.plainText).joined(
          separator: isHTML ? escapedText(values[1].plainText) : values[1].plainText)
        return isHTML ? .html(text) : .text(text)
      }),
    .method(
      "sorted", "list.sorted(by: \"name\")",
      "The elements ordered by a member, in byte order or by number.",
      labels: ["by"],
      type: { types in
        guard types[1] == .text, case .record? = element(of: types[0]) else { return nil }
        return types[0]
      },
      { values in .list(sorted(values[0].items, by: values[1].plainText)) }),
    .method(
      "enumerated", "list.enumerated()",
      "For `for (i, x) in …`: each element with its position from 0.",
      type: { element(of: $0[0]) != nil ? $0[0] : nil }, { $0[0] }),
  ]

  static let textMethods: [Method] = [
    .method(
      "uppercased", "text.uppercased()", "In capitals.", type: { $0[0] == .text ? .text : nil },
      { .text($0[0].plainText.uppercased()) }),
    .method(
      "lowercased", "text.lowercased()", "In small letters.",
      type: { $0[0] == .text ? .text : nil },
      { .text($0[0].plainText.lowercased()) }),
    .method(
      "hasPrefix", "text.hasPrefix(\"x\")", "Whether it begins so.", labels: [nil],
      type: { $0 == [.text, .text] ? .bool : nil },
      { .bool($0[0].plainText.hasPrefix($0[1].plainText)) }),
    .method(
      "hasSuffix", "text.hasSuffix(\"x\")", "Whether it ends so.", labels: [nil],
      type: { $0 == [.text, .text] ? .bool : nil },
      { .bool($0[0].plainText.hasSuffix($0[1].plainText)) }),
    .method(
      "formatted", "number.formatted()", "With commas between thousands.",
      type: { $0[0] == .number ? .text : nil }, { .text(grouped($0[0].plainText)) }),
    .method(
      "rounded", "number.rounded(to: 1)",
      "With so many digits behind the point at most; half of the last one goes away from zero.",
      labels: ["to"], type: { $0 == [.number, .number] ? .number : nil },
      { values in
        guard case .number(let number) = values[0] else { return .none }
        return .number(number.rounded(to: count(values[1])))
      }),
  ]

  /// The functions `min` and `max`, which are called without a receiver.
  static let functions: [String: Method] = Dictionary(
    uniqueKeysWithValues: [
      .method("min", "min(a, b, …)", "The smallest number.", type: { _ in .number }) { values in
        .number(values.compactMap(\.decimal).min() ?? 0)
      },
      .method("max", "max(a, b, …)", "The greatest number.", type: { _ in .number }) { values in
        .number(values.compactMap(\.decimal).max() ?? 0)
      },
    ].map { (method: Method) in (method.name, method) })

  /// The whole numbers from a lower bound up to, but not including, an upper bound; at most
  /// `maxRange` of them.
  static let range = Method.method(
    "..<", "a..<b", "", type: { _ in .list(.number) },
    { values in
      guard let start = values[0].whole, let end = values[1].whole, start < end else {
        return .list([])
      }
      let (limit, isTooGreat) = start.addingReportingOverflow(maxRange)
      return .list((start..<(isTooGreat ? end : min(end, limit))).map { .number(Decimal($0)) })
    })

  static let maxRange = 10_000
}

/// Converts a number to a count: rounded down, at least zero, and zero if it does not fit an `Int`.
private func count(_ value: TemplateValue) -> Int { max(0, value.whole ?? 0) }

private func sorted(_ items: [TemplateValue], by member: String) -> [TemplateValue] {
  let keys = items.map { item -> TemplateValue in
    if case .record(let record) = item { record[member] ?? .none } else { .none }
  }
  let order = items.indices.sorted { a, b in
    switch (keys[a], keys[b]) {
    case (.number(let x), .number(let y)): x == y ? a < b : x < y
    default:
      keys[a].plainText == keys[b].plainText
        ? a < b : keys[a].plainText.utf8.lexicographicallyPrecedes(keys[b].plainText.utf8)
    }
  }
  return order.map { items[$0] }
}

private func grouped(_ digits: String) -> String {
  let whole = digits.prefix { $0 != "." }
  var result = ""
  for (index, digit) in whole.enumerated() {
    let left = whole.count - index
    if index > 0, left % 3 == 0, result != "-" { result += "," }
    result.append(digit)
  }
  return result + digits.dropFirst(whole.count)
}

extension String {
  fileprivate func holds(_ part: String) -> Bool {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
  }
}
