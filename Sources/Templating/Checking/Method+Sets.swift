/// Operations on sets of both subjects. Templates cannot call them; they read their results.
extension Method {
  static let common = Method.method(
    "common", "", "", type: { $0.first },
    { values in .list(values[0].items.filter(ItemLookup(values[1].items).contains)) })

  /// Nothing is known to be absent from a set that is nil.
  static let without = Method.method(
    "without", "", "", type: { $0.first },
    { values in
      if values[1].isNone { return .list([]) }
      let others = ItemLookup(values[1].items)
      return .list(values[0].items.filter { !others.contains($0) })
    })

  /// Records of a key and what both lists have for it. The records of both lists begin with a key
  /// and a value.
  fileprivate static func paired(as type: RecordType) -> Method {
    .method(
      pairedName, "", "", type: { _ in .list(.record(type)) },
      { values in
        .list(
          values[0].items.compactMap { item in
            guard case .record(let one) = item, one.values.count > 1 else { return nil }
            for item in values[1].items {
              if case .record(let other) = item, other.values.count > 1,
                other.values[0] == one.values[0]
              {
                return .record(
                  Record(type, ordered: [one.values[0], one.values[1], other.values[1]]))
              }
            }
            return nil
          })
      })
  }

  static let pairedName = "paired"
}

/// Whether items are in a list, however long it is.
private struct ItemLookup {
  private let items: [TemplateValue]
  /// The items of a long list, by what they say.
  private let byText: [String: [TemplateValue]]?

  init(_ items: [TemplateValue]) {
    self.items = items
    byText = items.count > 16 ? Dictionary(grouping: items, by: \.plainText) : nil
  }

  func contains(_ item: TemplateValue) -> Bool {
    guard let byText else { return items.contains(item) }
    return byText[item.plainText]?.contains(item) == true
  }
}

extension StagedValue {
  /// The elements of one set that are in another; none if one of the two is nil.
  package static func common(_ set: StagedValue, _ other: StagedValue) -> StagedValue {
    .combined(.common, set, other)
  }

  /// The elements of one set that are not in another; none if one of the two is nil.
  package static func without(_ set: StagedValue, _ other: StagedValue) -> StagedValue {
    .combined(.without, set, other)
  }

  private static func combined(
    _ method: Method, _ set: StagedValue, _ other: StagedValue
  ) -> StagedValue {
    let type = TemplateType.list(.html)
    var operands = PairOperands()
    guard let sets = operands.operands([set, other]) else { return .unknown }
    let items = TypedExpression(kind: .call(method, sets), type: .optional(type))
    let empty = TypedExpression(constant: .list([]))
    return .pairwise(
      PairExpression(
        expression: TypedExpression(kind: .binary(.coalesce, items, empty), type: type),
        inputs: operands.inputs))
  }

  /// Two lists of keys and values as one list of records of a key and both values, for the keys
  /// that both have. `type` has three members.
  package static func paired(
    _ list: StagedValue, _ other: StagedValue, as type: RecordType
  ) -> StagedValue {
    var operands = PairOperands()
    guard let lists = operands.operands([list, other]) else { return .unknown }
    return .pairwise(
      PairExpression(
        expression: TypedExpression(
          kind: .call(.paired(as: type), lists), type: .list(.record(type))),
        inputs: operands.inputs))
  }

  /// Returns nil in place of a subject's value where a test of the same subject holds.
  package func unless(_ test: StagedValue) -> StagedValue {
    guard case .subject(let side, let value) = self, let test = test.expression(on: side)
    else { return .unknown }
    let none = TypedExpression(constant: .none)
    return .subject(
      side,
      TypedExpression(
        kind: .conditional(test, none, value.expression), type: .optional(value.expression.type)))
  }
}
