import Diagnosing
import Rendering
import Templating

/// `versus schema report|category|site`, `versus schema template NAME`
enum SchemaCommand {
  private static let templates = PageKind.allCases.map(\.rawValue)

  static let command = Command(
    "schema",
    summary: "print what a content file may hold, or a template may use",
    description: "The names of templates are \(alternatives(templates)).",
    usages: [
      Usage(
        [Operand(ContentSchema.allCases.map(\.rawValue))],
        "print the JSON Schema of such a file, for editors and pipelines", run: printContent),
      Usage(
        [.words("template"), Operand("NAME", .words { templates })],
        "print the names that the template may use, with their types", run: printTemplate),
    ],
    examples: [
      Command.Example("versus schema report > report.schema.json", "give an editor the schema")
    ])

  private static func printContent(_ invocation: Invocation) -> ExitCode {
    for schema in invocation.operands.compactMap(ContentSchema.init) {
      Terminal.print(jsonText(schema.document) + "\n")
    }
    return .done
  }

  private static func printTemplate(_ invocation: Invocation) -> ExitCode {
    for kind in invocation.operands.dropFirst().compactMap(PageKind.init) {
      Terminal.print(kind.schema.reference)
    }
    return .done
  }
}
