import Diagnosing
import Presenting
import Rendering
import Templating

/// The command `versus schema KIND`, `versus schema template NAME`.
enum SchemaCommand {
  private static let templates = PageKind.allCases.map(\.rawValue)

  static let command = Command(
    "schema",
    summary: "print the keys of content files, or the names a template may use",
    description: "A template's NAME is \(alternatives(templates)).",
    usages: [
      Usage(
        [Operand(FileKind.allCases.map(\.rawValue))],
        "print the JSON Schema of these files, for editors and pipelines", run: printContent),
      Usage(
        [.words("template"), Operand("NAME", .words { templates })],
        "print the names that a template may use, with their types", run: printTemplate),
    ],
    examples: [
      Command.Example("versus schema report > report.schema.json", "save the schema for an editor"),
      Command.Example("versus help keys report", "read the same as text"),
    ])

  private static func printContent(_ invocation: Invocation) -> ExitCode {
    for kind in invocation.operands.compactMap(FileKind.init) {
      Terminal.print(jsonText(kind.schema) + "\n")
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
