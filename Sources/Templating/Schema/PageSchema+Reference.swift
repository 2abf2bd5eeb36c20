extension PageSchema {
  /// A human-readable reference of the names available to a template, each with its type and
  /// meaning. The members of each record are listed once.
  package var reference: String {
    var text = "Names in \(name).html:\n"
    var open: [RecordType] = []
    for member in globals + site { text += Self.line(member, &open) }
    var done: Set<RecordType> = []
    while !open.isEmpty {
      let record = open.removeFirst()
      guard done.insert(record).inserted else { continue }
      text += "\n\(record.name):\n"
      for member in record.members { text += Self.line(member, &open) }
    }
    return text
  }

  private static func line(_ member: Member, _ open: inout [RecordType]) -> String {
    let type = member.type.label(&open)
    let gap = String(repeating: " ", count: max(1, 18 - member.name.count))
    let space = String(repeating: " ", count: max(1, 24 - type.count))
    return "  \(member.name)\(gap)\(type)\(space)\(member.doc)\n"
  }
}

extension TemplateType {
  /// Returns the type in Swift notation; adds the records in it to the list.
  fileprivate func label(_ open: inout [RecordType]) -> String {
    switch self {
    case .bool: return "Bool"
    case .number: return "Number"
    case .text: return "Text"
    case .html: return "HTML"
    case .nothing: return "nil"
    case .list(let element): return "[\(element.label(&open))]"
    case .dictionary(let value): return "[Text: \(value.label(&open))]"
    case .optional(let wrapped): return wrapped.label(&open) + "?"
    case .record(let record):
      open.append(record)
      return record.name
    }
  }
}
