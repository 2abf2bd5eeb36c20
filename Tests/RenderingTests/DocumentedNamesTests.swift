import Foundation
import Presenting
import TestSites
import Testing

@testable import Rendering
@testable import Templating

/// Whatever a template may write is documented.
struct DocumentedNamesTests {
  private static func document() throws -> String {
    try String(contentsOf: TestSite.root.appending(path: "docs/templates.md"), encoding: .utf8)
  }

  @Test func everyMethodIsInTheReference() throws {
    let text = try Self.document()
    let methods = Set(Method.all.keys).union(Method.functions.keys)
    #expect(methods.count > 18)
    for name in methods {
      #expect(text.contains("`\(name)`") || text.contains("`\(name)("), "\(name)")
    }
  }

  /// `versus schema template NAME` says what each value is.
  @Test(arguments: PageKind.allCases)
  func everyValueIsExplained(kind: PageKind) {
    var open = kind.schema.globals + kind.schema.site
    var done: Set<RecordType> = []
    var count = 0
    while let member = open.popLast() {
      count += 1
      #expect(member.doc.count > 3, "\(kind): \(member.name)")
      for record in member.type.records where done.insert(record).inserted {
        open += record.members
      }
    }
    #expect(count > 30)
  }
}

extension TemplateType {
  fileprivate var records: [RecordType] {
    switch self {
    case .record(let record): [record]
    case .list(let type), .optional(let type), .dictionary(let type): type.records
    case .bool, .number, .text, .html, .nothing: []
    }
  }
}
