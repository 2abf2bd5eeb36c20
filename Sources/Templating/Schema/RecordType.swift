/// A name available to templates, with its type and meaning.
package struct Member: Sendable {
  package let name: String
  package let type: TemplateType
  package let doc: String

  package init(_ name: String, _ type: TemplateType, _ doc: String) {
    self.name = name
    self.type = type
    self.doc = doc
  }
}

/// The members of a kind of record. A class, because types are compared by identity.
package final class RecordType: Sendable, Hashable {
  package let name: String
  package let members: [Member]
  /// The member by which two records are compared; if nil, all members are compared.
  let identity: Int?
  /// The names of the members, in order.
  fileprivate let names: [String]
  private let indices: [String: Int]

  package init(_ name: String, identifiedBy identity: String? = nil, _ members: [Member]) {
    self.name = name
    self.members = members
    names = members.map(\.name)
    indices = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.name, $0) })
    self.identity = identity.flatMap { name in members.firstIndex { $0.name == name } }
  }

  func index(of member: String) -> Int? { indices[member] }

  package static func == (left: RecordType, right: RecordType) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A value of a record type.
package struct Record: Sendable {
  package let type: RecordType
  let values: [TemplateValue]

  /// Creates a record from exactly the type's members; members in order need no lookup.
  package init(_ type: RecordType, _ values: KeyValuePairs<String, TemplateValue>) {
    precondition(values.count == type.members.count, "'\(type.name)' was given other members")
    var ordered: [TemplateValue] = []
    ordered.reserveCapacity(values.count)
    for (name, value) in values where name == type.names[ordered.count] { ordered.append(value) }
    if ordered.count == values.count {
      self.init(type, ordered: ordered)
    } else {
      self.init(type, byName: Dictionary(uniqueKeysWithValues: values.map { ($0.key, $0.value) }))
    }
  }

  /// Creates a record from exactly the type's members.
  package init(_ type: RecordType, byName values: [String: TemplateValue]) {
    precondition(values.count == type.members.count, "'\(type.name)' was given other members")
    self.init(
      type,
      ordered: type.members.map { member in
        guard let value = values[member.name] else {
          preconditionFailure("the record '\(type.name)' has no value for '\(member.name)'")
        }
        return value
      })
  }

  /// Creates a record from values in the order of the type's members.
  init(_ type: RecordType, ordered values: [TemplateValue]) {
    self.type = type
    self.values = values
  }

  package subscript(member: String) -> TemplateValue? { type.index(of: member).map { values[$0] } }
}
