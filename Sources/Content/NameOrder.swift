/// The order of names in lists: by their letters, whatever their case and their accents.
package final class NameOrder {
  private let folding = ASCIIFolding()

  package init() {}

  /// Names are in the order of their keys.
  package func key(of name: String) -> String { folding.fold(name) ?? name.lowercased() }
}
