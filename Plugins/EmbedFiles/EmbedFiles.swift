import Foundation
import PackagePlugin

/// Runs `embed-files` over the files that a target embeds, whenever one of them has changed.
@main
struct EmbedFiles: BuildToolPlugin {
  /// The sites that `versus init` can start from.
  private let sites = ["starter", "trust", "report", "attributes", "editorial", "panel"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folders =
      switch target.name {
      case "Previewing": ["Sources/Previewing/Browser"]
      case "Packing": ["Sources/Packing/Host"]
      default: ["templates", "Examples/ci"] + sites.map { "Examples/\($0)/content" }
      }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folders.joined(separator: ", "))",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path(), root.path()] + folders,
        inputFiles: folders.flatMap { inputs(in: root.appending(path: $0)) },
        outputFiles: [output])
    ]
  }

  /// Returns the inputs: files, so that an edit is noticed, and folders, so that a new file is.
  ///
  /// The list is made when the package is planned. After removing a file, run `touch Package.swift`
  /// to update the list.
  private func inputs(in folder: URL) -> [URL] {
    let entries = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return [folder] + (entries?.compactMap { $0 as? URL } ?? []).sorted { $0.path() < $1.path() }
  }
}
