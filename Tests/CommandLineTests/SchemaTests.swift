import Content
import Foundation
import TestSites
import Testing

@testable import Reading
@testable import versus

@Suite struct SchemaTests {
  @Test(arguments: [
    ("report", ContentKeys.report.names, ["name"]),
    ("site", ContentKeys.site.names, ["baseURL", "title"]),
    ("category", ContentKeys.category.names, ["groups", "title"]),
    ("author", ContentKeys.author.names, ["name"]),
  ])
  func everyKeyOfTheReaderIsThere(
    _ name: String, _ keys: [String], _ required: [String]
  ) throws {
    let schema = try Versus().run("schema", name).object()
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(keys))
    #expect(schema["required"] as? [String] == required)
    #expect(schema["additionalProperties"] != nil)
    for (key, value) in properties {
      let value = try #require(value as? [String: Any])
      #expect((value["description"] as? String)?.isEmpty == false, "\(key)")
      #expect((value["examples"] as? [Any])?.count == 1, "\(key)")
    }
  }

  @Test(arguments: FileKind.allCases.map(\.rawValue)) func everyKindOfFileHasOne(_ name: String)
    throws
  {
    let schema = try Versus().run("schema", name).object()
    #expect((schema["title"] as? String)?.isEmpty == false)
  }

  @Test func criteriaNameTheirKinds() throws {
    let schema = try Versus().run("schema", "category").output
    for kind in Kind.allCases { #expect(schema.contains("\"\(kind.rawValue)\"")) }
  }

  @Test(arguments: ["home", "category", "comparison", "vendor", "methodology", "page", "not-found"])
  func namesThatATemplateMayUse(_ name: String) throws {
    let result = try Versus().run("schema", "template", name)
    #expect(result.code == 0 && result.output.contains("site"))
  }
}
